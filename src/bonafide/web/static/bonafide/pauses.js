// The silences of a recording, from its loudness alone: no word is recognised.
const FRAME = 0.05; // seconds
const SHORTEST = 0.6; // seconds of silence that are written down
const QUIET = 0.12; // of the loudness of speech
const FLOOR = 0.004;

const loudness = (samples, rate) => {
  const size = Math.round(rate * FRAME);
  const found = [];
  for (let start = 0; start + size <= samples.length; start += size) {
    let sum = 0;
    for (let at = start; at < start + size; at += 1) sum += samples[at] ** 2;
    found.push(Math.sqrt(sum / size));
  }
  return found;
};

// Length and silences between the first and the last sound, in seconds.
export const silences = (samples, rate) => {
  const loud = loudness(samples, rate);
  const speech = [...loud].sort((one, other) => one - other)[Math.floor(0.9 * loud.length)] ?? 0;
  const spoken = loud.map((value) => value > Math.max(FLOOR, QUIET * speech));
  const last = spoken.lastIndexOf(true);
  const pauses = [];
  let run = 0;
  for (let at = spoken.indexOf(true); at >= 0 && at <= last; at += 1) {
    if (!spoken[at]) run += 1;
    else {
      if (run * FRAME >= SHORTEST) pauses.push(run * FRAME);
      run = 0;
    }
  }
  return { seconds: samples.length / rate, pauses };
};

// Recording an answer: kept in this browser, measured for its pauses, never sent.
import { drop, find, keep } from "./recordings.js";
import { silences } from "./pauses.js";

const form = document.querySelector("[data-answer]");
const voice = form.querySelector("[data-voice]");
const part = (name) => voice.querySelector(`[data-${name}]`);
const word = (name) => voice.querySelector(`[data-word="${name}"]`).textContent;
const name = `draft:${form.dataset.key}`;
const sound = form.querySelector("[data-sound]");
let recorder = null;

const offer = (recording) => {
  if (part("play").src) URL.revokeObjectURL(part("play").src);
  if (recording) part("play").src = URL.createObjectURL(recording);
  else part("play").removeAttribute("src");
  part("play").hidden = part("drop").hidden = !recording;
};
const show = (running) => {
  part("record").setAttribute("aria-pressed", String(running));
  part("record-name").textContent = word(running ? "stop" : "record");
  part("voice-told").textContent = running ? word("recording") : "";
  form.dispatchEvent(new CustomEvent("voice", { detail: running }));
};
const measure = async (recording) => {
  const context = new AudioContext();
  const decoded = await context.decodeAudioData(await recording.arrayBuffer());
  const { seconds, pauses } = silences(decoded.getChannelData(0), decoded.sampleRate);
  await context.close();
  sound.value = [seconds, ...pauses].map((value) => value.toFixed(2)).join(" ");
};
const begin = async () => {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    part("voice-told").textContent = word("refused");
    return;
  }
  const pieces = [];
  recorder = new MediaRecorder(stream);
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  recorder.addEventListener("stop", async () => {
    for (const track of stream.getTracks()) track.stop();
    const recording = new Blob(pieces, { type: recorder.mimeType });
    recorder = null;
    show(false);
    await keep(name, recording);
    offer(recording);
    await measure(recording);
  });
  recorder.start();
  show(true);
};

if (navigator.mediaDevices?.getUserMedia && window.MediaRecorder) {
  voice.hidden = false;
  part("record").addEventListener("click", () => (recorder ? recorder.stop() : begin()));
  part("drop").addEventListener("click", async () => {
    await drop(name);
    sound.value = "";
    offer(null);
    part("record").focus();
  });
  sessionStorage.removeItem("recorded"); // An answer that came back was not taken.
  form.addEventListener("submit", () => sessionStorage.setItem("recorded", name));
  const before = await find(name);
  if (before) {
    offer(before);
    if (!sound.value) await measure(before);
  }
}

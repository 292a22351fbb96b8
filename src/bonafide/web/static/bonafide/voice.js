// Recording an answer: kept in this browser and measured for its pauses. It is sent only where an engine is configured and
// its button pressed, to our own server, which hands it on; the words come back into the answer.
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
  if (part("write")) part("write").hidden = !recording;
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

const write = async () => {
  const recording = await find(name);
  if (!recording) return;
  const button = part("write-down");
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  body.append("recording", recording, "recording");
  button.disabled = true;
  part("voice-told").textContent = word("writing");
  try {
    const answer = await fetch(button.dataset.to, { method: "POST", body });
    const text = await answer.text();
    const plain = answer.headers.get("Content-Type")?.startsWith("text/plain");
    if (answer.ok) put(text);
    part("voice-told").textContent = answer.ok ? word("written") : plain ? text : word("lost");
  } catch {
    part("voice-told").textContent = word("lost");
  }
  button.disabled = false;
};
const put = (text) => {
  const field = form.querySelector("textarea");
  field.value = [field.value.trimEnd(), text].filter(Boolean).join("\n\n");
  form.dispatchEvent(new CustomEvent("voice", { detail: false })); // Words that are put in do not start the clock.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
};

if (navigator.mediaDevices?.getUserMedia && window.MediaRecorder) {
  voice.hidden = false;
  part("record").addEventListener("click", () => (recorder ? recorder.stop() : begin()));
  part("write-down")?.addEventListener("click", write);
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

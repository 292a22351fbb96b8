// The clock beside an answer, and its draft: what is typed survives a closed page until it is sent.
const form = document.querySelector("[data-answer]");
const timer = document.querySelector("[data-timer]");
const field = form.querySelector("textarea");
const find = (name) => timer.querySelector(`[data-${name}]`);
const said = (name) => timer.querySelector(`[data-said="${name}"]`).textContent;
const seconds = form.querySelector("[data-seconds]");
const goal = Number(timer.dataset.minutes) * 60;

let phase = "waiting"; // waiting, thinking, speaking, paused
let spent = Number(seconds.value);
let left = 0;
let last = 0;

const clock = (value) => `${Math.floor(value / 60)}:${String(Math.floor(value % 60)).padStart(2, "0")}`;
const draw = () => {
  const thinking = phase === "thinking";
  find("clock").textContent = clock(thinking ? left : spent);
  const over = !thinking && spent > goal;
  const words = over ? "over" : phase === "waiting" ? "speaking" : phase;
  if (find("phase").textContent !== said(words)) find("phase").textContent = said(words);
  find("bar").style.width = `${Math.min(100, 100 * (thinking ? left / Number(timer.dataset.think) : spent / goal))}%`;
  timer.toggleAttribute("data-over", over);
  find("go").textContent = phase === "speaking" ? said("pause") : phase === "paused" ? said("on") : find("go").dataset.first;
  find("think-start").hidden = phase !== "waiting";
};
const speak = () => {
  phase = "speaking";
  last = performance.now();
  draw();
};
const tick = () => {
  const now = performance.now();
  const step = (now - last) / 1000;
  last = now;
  if (phase === "thinking" && (left -= step) <= 0) {
    speak();
    field.focus();
  } else if (phase === "speaking") spent += step;
  seconds.value = String(Math.round(spent));
  if (phase !== "waiting") draw();
};

find("go").dataset.first = find("go").textContent;
find("go").addEventListener("click", () => {
  if (phase === "speaking") phase = "paused";
  else speak();
  draw();
  if (phase === "speaking") field.focus();
});
find("think-start").addEventListener("click", () => {
  phase = "thinking";
  left = Number(timer.dataset.think);
  last = performance.now();
  draw();
  find("go").focus();
});
// The clock goes along with a recording.
form.addEventListener("voice", (event) => {
  if (event.detail) speak();
  else phase = "paused";
  draw();
});
timer.hidden = false;
draw();
setInterval(tick, 250);

// The draft, and how many words it has.
const key = `answer:${form.dataset.key}`;
const words = form.querySelector("[data-words]");
const count = () => {
  if (!words) return;
  const number = field.value.split(/\s+/).filter(Boolean).length;
  words.textContent = number ? `${number} ${said(number === 1 ? "word" : "words")}` : "";
};
if (!field.value) field.value = localStorage.getItem(key) ?? "";
field.addEventListener("input", () => {
  localStorage.setItem(key, field.value);
  if (phase === "waiting") speak();
  count();
});
form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
count();
// A draft goes once its answer was taken: the next page has no fault to show.
const sent = sessionStorage.getItem("sent");
if (sent && sent !== key) localStorage.removeItem(sent);
sessionStorage.removeItem("sent");

// The browser may read the question aloud, if it has a voice of its own on this machine.
const speech = window.speechSynthesis;
const offer = () => {
  const tongue = document.documentElement.lang.slice(0, 2);
  const voice = speech.getVoices().find((one) => one.localService && one.lang.startsWith(tongue));
  find("read").hidden = !voice;
  find("read").onclick = () => {
    const words = new SpeechSynthesisUtterance(document.querySelector("[data-question]").textContent);
    words.voice = voice;
    speech.cancel();
    speech.speak(words);
  };
};
if (speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
}

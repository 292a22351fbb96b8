// Marked words say what they earned when they are pointed at, focused or tapped; a facet shows its words.
const told = document.querySelector("[data-told]");
const status = told.querySelector("[data-status]");
const marks = [...told.querySelectorAll("mark")];
const rows = [...document.querySelectorAll("[data-target]")];
const earned = (mark) => mark.dataset.earned.split(" ");

const light = (targets, text) => {
  status.textContent = text;
  for (const row of rows) row.classList.toggle("lit", targets.includes(row.dataset.target));
  for (const mark of marks) mark.classList.toggle("lit", earned(mark).some((target) => targets.includes(target)));
};
const rest = () => light([], status.dataset.rest);

for (const mark of marks) {
  const show = () => light(earned(mark), mark.dataset.title);
  mark.addEventListener("mouseenter", show);
  mark.addEventListener("focus", show);
  mark.addEventListener("click", show);
  mark.addEventListener("mouseleave", rest);
  mark.addEventListener("blur", rest);
}
for (const row of rows) {
  row.addEventListener("mouseenter", () => light([row.dataset.target], row.querySelector(".facet-name").textContent));
  row.addEventListener("mouseleave", rest);
}
// A word may have the focus already when this is loaded.
const focused = marks.find((mark) => mark === document.activeElement);
if (focused) light(earned(focused), focused.dataset.title);
else rest();
// The draft of this answer has been taken.
const sent = sessionStorage.getItem("sent");
if (sent) localStorage.removeItem(sent);
sessionStorage.removeItem("sent");

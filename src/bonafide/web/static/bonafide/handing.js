// The columns are shown as soon as files are chosen by somebody who may use them; the chosen files stay in the form, so that
// they need not be chosen again when they are measured.
const form = document.querySelector("[data-handing]");
const look = form.querySelector("[data-look]");
const tick = form.elements.authorised;
const chosen = () => [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length);

form.addEventListener("change", (event) => {
  const about = event.target === tick || event.target.type === "file";
  if (about && tick.checked && chosen()) look.click();
});

// A fault is told where the form is, and the keyboard goes there.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status < 400) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
  event.detail.target = document.getElementById("told");
  if (event.detail.requestConfig.elt === look) document.getElementById("columns").replaceChildren();
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "told") event.detail.target.focus();
  else document.getElementById("told").replaceChildren();
});

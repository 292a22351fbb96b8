// The check runs as one types: half a second after the last key the whole letter is judged anew.
const form = document.querySelector("[data-letter]");
const PAUSE = 450;
if (form) {
  const verdicts = document.getElementById("verdicts");
  let timer = 0;
  let latest = 0;
  const judge = async () => {
    const number = ++latest;
    verdicts.setAttribute("aria-busy", "true");
    const answer = await fetch(form.dataset.check, {
      method: "POST",
      body: new FormData(form),
      headers: { "HX-Request": "true" },
    });
    const text = await answer.text();
    if (number !== latest) return; // An older answer that came late.
    verdicts.innerHTML = text;
    verdicts.removeAttribute("aria-busy");
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(judge, PAUSE);
  });
  // "It is true" keeps the fact and judges again, without losing what stands in the fields.
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (button?.name !== "fact") return;
    event.preventDefault();
    clearTimeout(timer);
    const number = ++latest;
    const data = new FormData(form);
    data.set("fact", button.value);
    const answer = await fetch(button.formAction, { method: "POST", body: data, headers: { "HX-Request": "true" } });
    const text = await answer.text();
    if (number !== latest) return;
    verdicts.innerHTML = text;
    verdicts.removeAttribute("aria-busy");
    verdicts.querySelector("h2")?.setAttribute("tabindex", "-1");
    verdicts.querySelector("h2")?.focus();
  });
}

// A value and its place in the document show each other: by hover, by focus, and by a click on the place.
const page = document.querySelector("[data-read]");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

if (page) {
  page.classList.add("enhanced");
  const places = document.querySelector(".document");
  const values = document.getElementById("values");
  const of = (root, name) => (name ? root.querySelectorAll(`[data-place="${CSS.escape(name)}"]`) : []);

  const light = (name, scroll) => {
    for (const lit of document.querySelectorAll(".here")) lit.classList.remove("here");
    if (!places) return;
    for (const spot of of(places, name)) {
      spot.classList.add("here");
      if (scroll) toward(spot);
    }
  };
  // Only the document's own frame is scrolled: the field that is being written in stays where it is.
  const toward = (spot) => {
    const box = spot.getBoundingClientRect();
    const frame = places.getBoundingClientRect();
    if (box.top >= frame.top && box.bottom <= frame.bottom) return;
    places.scrollBy({ top: box.top - frame.top - frame.height / 3, behavior: still ? "auto" : "smooth" });
  };
  const mark = () => {
    if (!places) return;
    for (const spot of places.querySelectorAll("[data-place]")) {
      const doubtful = [...of(values, spot.dataset.place)].some((value) => value.classList.contains("doubtful"));
      spot.classList.toggle("doubtful", doubtful);
    }
  };
  const placeOf = (node) => node.closest?.("[data-place]")?.dataset.place ?? "";

  values.addEventListener("mouseover", (event) => light(placeOf(event.target), false));
  values.addEventListener("focusin", (event) => light(placeOf(event.target), true));
  places?.addEventListener("click", (event) => {
    const found = [...of(values, placeOf(event.target))];
    if (!found.length) return;
    const at = found.indexOf(document.activeElement.closest(".value"));
    const next = found[(at + 1) % found.length];
    next.querySelector("input, textarea, select, output, button")?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  });

  // Enter keeps a value, or adds what is being added, instead of sending the whole form.
  values.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input:not([type=radio])")) return;
    event.preventDefault();
    const add = event.target.closest(".adding")?.querySelector("button");
    if (add) add.click();
    else event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // A part is replaced: the keyboard stays at the value it was at, or goes to the next that is to be checked.
  let at = "";
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const row = event.detail.elt.closest(".value");
    at = event.detail.elt.matches("button") ? (row?.querySelector("[id^=v-]")?.id ?? "") : "";
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    mark();
    if (at && document.activeElement === document.body) document.getElementById(at)?.focus({ preventScroll: true });
    at = "";
  });
  mark();
}

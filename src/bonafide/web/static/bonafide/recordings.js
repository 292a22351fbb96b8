// Recordings live in this browser's own store and nowhere else. A draft's recording becomes its attempt's when that exists.
const STORE = "recordings";
const opened = new Promise((resolve, reject) => {
  const asked = indexedDB.open("bonafide", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
const within = async (mode, act) => {
  const table = (await opened).transaction(STORE, mode).objectStore(STORE);
  const asked = act(table);
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
};

export const keep = (name, recording) => within("readwrite", (table) => table.put(recording, name));
export const find = (name) => within("readonly", (table) => table.get(name));
export const drop = (name) => within("readwrite", (table) => table.delete(name));

// The page of an attempt: adopt the draft's recording, and offer it where there is a place for it.
const page = document.querySelector("[data-attempt]");
if (page) {
  const name = page.dataset.attempt;
  const draft = sessionStorage.getItem("recorded");
  if (draft) {
    const recording = await find(draft);
    if (recording) await keep(name, recording);
    await drop(draft);
    sessionStorage.removeItem("recorded");
  }
  const place = document.querySelector("[data-recording]");
  const recording = place && (await find(name));
  if (recording) {
    place.querySelector("[data-play]").src = URL.createObjectURL(recording);
    place.hidden = false;
    place.querySelector("[data-drop]").addEventListener("click", async () => {
      await drop(name);
      place.hidden = true;
    });
  }
}

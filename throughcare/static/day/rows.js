// What pages with a row for each person share: the day of a unit, and the register of a group. Each
// row has a key of its own, made anew once what was typed in it is kept.
import { start } from "./queue.js";

export const part = (row, name) => row.querySelector(`[data-part="${name}"]`);
const renew = (row) => { part(row, "key").value = crypto.randomUUID(); };

function unmark(row) {
  row.querySelectorAll(".wrong").forEach((one) => one.remove());
  row.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
}

// `rows()`: all of them; `filled(row)`: whether anything is typed; `read(row)` as an entry without
// what all entries have; `empty(row)`; `typeAgain(entry)`, on its own day; `begun()` with a form.
export function startRows({ form, rows, filled, read, empty, typeAgain, begun }) {
  let taken = [];
  const whole = (row) => ({
    key: part(row, "key").value, on: form.dataset.on, place: form.dataset.place,
    said_at: new Date().toISOString(), ...read(row),
  });
  start({
    form,
    typed: () => (taken = rows().filter(filled)).map(whole),
    emptied() { // not what was typed meanwhile
      for (const row of taken) {
        empty(row);
        renew(row);
        unmark(row);
      }
    },
    typeAgain: (entry) => Boolean(form) && form.dataset.on === entry.on && typeAgain(entry),
    begun() {
      rows().forEach(renew);
      if (form) begun();
    },
  });
}

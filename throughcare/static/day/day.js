// The day of a unit on a device: what is saved waits here, sealed, until the service has answered
// for each entry. With a line that takes a moment; without one it takes until the line is back.
// Where the browser cannot do it, the form is sent as any other.

const vault = self.vault;
const device = document.getElementById("device");
const form = document.getElementById("unit-day");
const { account } = device.dataset;
const words = device.dataset;
const SOON = 1_000; // a lost line is tried again so soon, then after twice as long each time, ...
const AGAIN = 20_000; // ... and at least this often while something waits, in milliseconds
const BATCH = 500;

const part = (slot, name) => slot.querySelector(`[data-part="${name}"]`);
const value = (slot, name) => (part(slot, name) || { value: "" }).value;
const slots = () => [...document.querySelectorAll("#unit-day .slot")];
const filled = (slot) => ["from", "to"].some((one) => value(slot, one))
  || Boolean(value(slot, "kind"));
const said = (name) => device.querySelector(`[data-said="${name}"]`);
const show = (name, text) => {
  said(name).hidden = !text;
  const place = said(name).querySelector("[data-text]");
  if (place && typeof text === "string") place.textContent = text;
};
const busy = (now) => device.setAttribute("aria-busy", String(now));
const token = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1]
  || document.querySelector("input[name=csrfmiddlewaretoken]").value;

function read(slot) {
  const chosen = part(slot, "kind") && part(slot, "kind").selectedOptions[0];
  const hours = [value(slot, "from"), value(slot, "to")].filter(Boolean).join("–");
  const kind = chosen && chosen.value ? `, ${chosen.textContent}` : "";
  return {
    key: value(slot, "key"), person: slot.closest("tr").dataset.person, slot: slot.dataset.slot,
    entry: slot.dataset.entry, on: form.dataset.on, place: form.dataset.place,
    kind: value(slot, "kind"), from: value(slot, "from"), to: value(slot, "to"),
    answers: value(slot, "answers"), said_at: new Date().toISOString(),
    label: `${slot.getAttribute("aria-label")}${kind} · ${form.dataset.on} \u2066${hours}\u2069`,
  };
}

function empty(slot) {
  for (const name of ["kind", "from", "to"]) if (part(slot, name)) part(slot, name).value = "";
  part(slot, "key").value = crypto.randomUUID();
  slot.querySelectorAll(".wrong").forEach((one) => one.remove());
  slot.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
}

// Back into its row, where it was typed, unless something else stands there by now.
function typeAgain(entry) {
  const row = document.querySelector(`tr[data-person="${CSS.escape(entry.person)}"]`);
  const slot = row && form.dataset.on === entry.on
    && row.querySelector(`.slot[data-slot="${CSS.escape(entry.slot)}"]`);
  if (!slot || filled(slot)) return false;
  for (const name of ["kind", "from", "to", "answers"]) {
    if (part(slot, name)) part(slot, name).value = entry[name];
  }
  return true;
}

function tellRow(entry, fate) {
  const row = document.querySelector(`tr[data-person="${CSS.escape(entry.person)}"] [data-fates]`);
  if (row) row.append(line(`${entry.label}: ${fate}`));
}

function line(text, ...more) {
  const made = document.createElement("li");
  made.textContent = text;
  made.append(...more);
  return made;
}

function button(text, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "quiet", textContent: text, onclick: act });
  return made;
}

async function look() {
  const { mine, others } = await vault.waiting(account);
  const queue = await vault.entries(account, "waiting");
  show("waiting", mine ? words.waiting.replace("{n}", mine) : "");
  said("waiting").querySelector("ul").replaceChildren(...queue.map((one) => line(one.label)));
  show("others", others ? words.others.replace("{n}", others) : "");
  const told = await vault.entries(account, "told");
  said("told").hidden = !told.length;
  said("told").querySelector("ul").replaceChildren(...told.map(toldLine));
}

function toldLine(entry) {
  const gone = async () => { await vault.drop(entry.key); await look(); };
  const seen = button(words.seen, gone);
  const again = entry.fate === "refused"
    ? [button(words.again, () => { if (typeAgain(entry)) gone(); })] : [];
  const made = line(`${entry.label}: ${entry.said} `, ...again, seen);
  made.className = "told";
  return made;
}

let sending = null;
function send() {
  sending = sending || sendAll().finally(() => { sending = null; });
  return sending;
}

async function sendAll() {
  busy(true);
  try {
    while (await sendSome()) { /* until nothing waits that can be sent */ }
  } finally {
    await look();
    busy(false);
  }
}

let patience = SOON;
let next = 0;
function trySoon() {
  clearTimeout(next); // one trial waits at a time, however long the line is away
  next = setTimeout(send, patience);
  patience = Math.min(2 * patience, AGAIN);
}

// One batch, of one place. True where another is worth trying.
async function sendSome() {
  const queue = await vault.entries(account, "waiting");
  if (!queue.length) return false;
  const { place } = queue[0];
  const batch = queue.filter((one) => one.place === place).slice(0, BATCH);
  let answer;
  try {
    answer = await fetch(words.send, {
      method: "POST", redirect: "manual", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ now: new Date().toISOString(), place, entries: batch }),
    });
  } catch {
    show("off", true);
    trySoon();
    return false;
  }
  patience = SOON;
  show("off", "");
  // The door is closed: what waits stays, and is sent once this person has come in again.
  const closed = answer.type === "opaqueredirect" || answer.status === 403;
  show("closed", closed);
  if (closed) return false;
  if (!answer.ok) {
    show("trouble", answer.status === 422 ? (await answer.json()).said : words.failed);
    return false;
  }
  show("trouble", "");
  const told = await answer.json();
  if (told.clock) show("clock", told.clock);
  return settle(batch, told.outcomes);
}

// What was written goes; what needs a person stays until the person has seen it.
async function settle(batch, outcomes) {
  let changed = 0;
  for (const { key, fate, said: sentence } of outcomes) {
    const entry = batch.find((one) => one.key === key);
    if (!entry || fate === "held_back") continue;
    changed += 1;
    if (fate === "written" || fate === "already") await vault.drop(key);
    else await vault.tell(account, { ...entry, fate, said: sentence });
    if (fate !== "refused") tellRow(entry, sentence);
  }
  return changed > 0;
}

let saving = false;
async function save(event) {
  event.preventDefault();
  if (saving) return; // a double click
  saving = true;
  busy(true);
  try {
    const typed = slots().filter(filled);
    show("nothing", typed.length ? "" : true);
    await vault.keep(account, typed.map(read));
    typed.forEach(empty);
  } catch {
    form.submit(); // this device can keep nothing: send it as any other form
    return;
  } finally {
    saving = false;
  }
  await look();
  await send();
}

// Enter goes on to the next field: it must not send half a row.
function onward(event) {
  if (event.key !== "Enter" || !event.target.matches("input, select")) return;
  event.preventDefault();
  const stops = [...form.querySelectorAll("input:not([type=hidden]), select, button")];
  stops[stops.indexOf(event.target) + 1].focus();
}

async function leaving(event) {
  const out = event.target;
  event.preventDefault();
  try {
    if ((await vault.waiting(account)).mine) {
      show("leaving", true);
      device.scrollIntoView();
      return;
    }
    await vault.forget(account);
  } catch {
    // What cannot be read here is taken away by the worker.
  }
  out.submit();
}

async function swept() {
  await vault.sweep();
  if (!(await vault.knows(account))) {
    document.querySelector("main").replaceChildren();
    location.assign("/");
    return;
  }
  if ((await vault.waiting(account)).mine) await send();
}

async function begin() {
  const way = location.pathname + location.search;
  if (words.stored) {
    show("off", true);
  } else {
    const html = `<!doctype html>${document.documentElement.outerHTML}`;
    await vault.begin(account, Date.now() + (Number(words.ends) - Number(words.now)) * 1000);
    if (words.whole) await vault.keepPage(account, way, html);
  }
  slots().forEach((slot) => { part(slot, "key").value = crypto.randomUUID(); });
  if (form) {
    form.addEventListener("submit", save);
    form.addEventListener("keydown", onward);
  }
  const out = document.querySelector('form[action="/sign-out"]');
  out.addEventListener("submit", leaving);
  said("leaving").querySelector("button").onclick = async () => {
    await vault.forget(account);
    out.submit();
  };
  said("waiting").querySelector("button").onclick = send;
  said("clock").querySelector("button").onclick = () => show("clock", "");
  addEventListener("online", send);
  setInterval(swept, AGAIN);
  await navigator.serviceWorker.register(words.worker, { scope: "/" });
  const ready = await navigator.serviceWorker.ready;
  const keep = [...document.querySelectorAll("link[rel=stylesheet], script[src]")]
    .map((one) => one.href || one.src);
  if (!words.stored) ready.active.postMessage({ keep });
  // The worker led here from a sign-out on another page.
  if (location.hash === "#device") show("leaving", (await vault.waiting(account)).mine > 0);
  await swept();
  await look();
  device.dataset.ready = "1";
}

if (self.isSecureContext && navigator.serviceWorker && vault) begin();

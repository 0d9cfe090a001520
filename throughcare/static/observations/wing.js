// The list of a wing on a device: a person is tapped, then what it was. The form of the person's
// own page stands on the list for that, so that it is there without a line. What is saved waits in
// queue.js.
import { start } from "../day/queue.js";

const list = document.getElementById("wing-list");
const entry = document.getElementById("wing-entry");
const form = document.getElementById("wing-form");
const prompt = document.getElementById("wing-prompt");
const warning = document.getElementById("wing-warning");
const TEXTS = ["behaviour", "meaning", "kept_why"];

// Whom one writes of: person, name, cell, way; with `seal` and `instead` where it is typed again.
let open = null;
const field = (name) => form.querySelector(`#id_${name}`);
const spots = () => [...form.querySelectorAll("input[name=spot]")];
const spot = () => spots().find((one) => one.checked);
const wordOf = (one) => form.querySelector(`label[for="${one.id}"]`).textContent.trim();
const text = (name) => field(name).value.trim();
const part = (name) => entry.querySelector(`[data-${name}]`);
const rowOf = (person) => list.querySelector(`[data-person="${CSS.escape(person)}"]`);

function whom(row) {
  const link = row.querySelector("a.wing-name");
  return {
    person: row.dataset.person, name: row.querySelector(".own").textContent,
    cell: row.querySelector("[data-cell]").textContent, way: link.href,
    initials: row.querySelector(".face").textContent,
  };
}

function empty() {
  for (const name of [...TEXTS, "seen_at"]) field(name).value = "";
  form.querySelector("details").open = false;
  warning.hidden = document.getElementById("why").hidden = true;
  unmark();
}

function unmark() {
  form.querySelectorAll("[data-wrong]").forEach((one) => { one.hidden = true; });
  form.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
}

// The form for one person, alone on the screen. What was typed for another goes.
function show(of, { seal, instead } = {}) {
  if (!open || open.person !== of.person || instead) empty();
  open = { ...of, seal, instead, key: crypto.randomUUID() };
  part("name").textContent = of.name;
  part("cell").textContent = of.cell;
  part("face").textContent = of.initials;
  prompt.hidden = true;
  form.action = of.way;
  list.hidden = true;
  entry.hidden = false;
  // Back, on a phone, closes the form.
  if (!(history.state && history.state.wing)) history.pushState({ wing: true }, "");
  stand(entry.querySelector("h2"));
}

function stand(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: place.closest(".wing") ? "center" : "start" });
}

function close() {
  if (entry.hidden) return;
  entry.hidden = true;
  list.hidden = false;
  const row = open && rowOf(open.person);
  if (row) stand(row.querySelector("a.wing-name"));
}

// What can be seen here already is said here, while the person is still there to be asked.
function wrong(tone) {
  const most = Number(entry.dataset.longest);
  const found = TEXTS.filter((name) => [...text(name)].length > most).map((name) => [name, "long"]);
  if (!spot()) found.push(["spot", "empty"]);
  if (field("seen_at").validity.badInput) found.push(["seen_at", "odd"]);
  if (text("meaning") && !text("behaviour")) found.push(["meaning", "alone"]);
  if (!tone) found.push(["tone", "empty"]);
  return found;
}

function mark(found) {
  for (const [name, why] of found) {
    const said = form.querySelector(`[data-wrong="${name}"][data-why="${why}"]`);
    said.hidden = false;
    const where = field(name) || said.closest("fieldset");
    if (field(name)) {
      where.setAttribute("aria-invalid", "true");
      form.querySelector("details").open = true;
    }
    where.setAttribute("aria-describedby", `${said.id} id_${name}_helptext`);
  }
  const [[name]] = found;
  const choice = name === "spot" ? spots()[0] : form.querySelector("button[name=tone]");
  (field(name) || choice).focus();
}

function typed(button) {
  unmark();
  const tone = button ? button.value : "";
  const found = wrong(tone);
  if (found.length) {
    mark(found);
    return null;
  }
  form.querySelector("[data-tone]").value = tone;
  const kind = form.querySelector(`button[name=tone][value="${tone}"]`).textContent;
  return [{
    key: open.key, person: open.person, place: list.dataset.place, tone, spot: spot().value,
    seen_at: field("seen_at").value, behaviour: text("behaviour"), meaning: text("meaning"),
    kept_why: text("kept_why"), warned: open.seal || "", said_at: new Date().toISOString(),
    opened: Number(document.getElementById("device").dataset.now),
    label: `\u2068${open.name}\u2069: ${kind} · ${wordOf(spot())}`,
    of: {
      person: open.person, name: open.name, cell: open.cell, way: open.way,
      initials: open.initials,
    },
    way: location.pathname, instead: open.instead ? [open.instead] : [],
  }];
}

// The spot stays: the next person is seen there too. After a concern it is asked for something good.
function emptied() {
  const { person } = open;
  const concern = form.querySelector("[data-tone]").value === "concern";
  empty();
  open = { ...open, seal: "", instead: null, key: crypto.randomUUID() };
  const row = rowOf(person);
  if (row) tell(row.querySelector("[data-fates]"), null, "waits", entry.dataset.waits);
  if (!concern) return close();
  prompt.hidden = false;
  return stand(prompt);
}

// Back into the form, with the words marked where it is asked about them. It is forgotten only once
// something else is saved in its place.
function typeAgain(one) {
  show(one.of, { seal: one.seal, instead: one.key });
  for (const name of [...TEXTS, "seen_at"]) field(name).value = one[name];
  for (const each of spots()) each.checked = each.value === one.spot;
  form.querySelector("details").open = true;
  if (one.marks) {
    warning.querySelector("[data-texts]").replaceChildren(...one.marks.map(marked));
    warning.querySelector("[data-of]").textContent = one.of_words;
    warning.hidden = document.getElementById("why").hidden = false;
  }
  return false;
}

function marked(parts) {
  const made = document.createElement("p");
  made.className = "wing-text";
  made.dir = "auto";
  for (const [words, is] of parts) {
    const piece = document.createElement(is ? "mark" : "span");
    piece.textContent = words;
    made.append(piece);
  }
  return made;
}

// Beside the person it stands that something is written, and never what.
function tell(place, _one, fate, sentence) {
  const said = fate === "asked" || fate === "refused" ? entry.dataset.needs : sentence;
  place.textContent = said;
  document.getElementById("wing-said").textContent = `${whom(place.closest("li")).name}: ${said}`;
}

function tapped(event) {
  const link = event.target.closest("a.wing-name");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(whom(link.closest("li")));
}

const untouched = () => ![...TEXTS, "seen_at"].some((name) => field(name).value);

start({
  form, typed, emptied, typeAgain, tell,
  holds: (key) => !entry.hidden && open !== null && open.instead === key,
  asked(one) {
    if (entry.hidden || (open.person === one.person && untouched())) typeAgain(one);
  },
  begun() {
    if (history.state && history.state.wing) history.replaceState(null, "");
    list.addEventListener("click", tapped);
    addEventListener("popstate", close);
    for (const one of entry.querySelectorAll("[data-act=close]")) one.onclick = close;
  },
});

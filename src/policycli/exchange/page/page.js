
"use strict";
const byId = (id) => document.getElementById(id);
const controls = ["search", "region", "end", "theme"].map(byId);
const articles = [...document.querySelectorAll("article")];
const sections = [...document.querySelectorAll("section")];
const buttons = [...document.querySelectorAll("#matrix button")];
const rows = new Map([...document.querySelectorAll("#matrix tbody tr")].map(
  (row) => [row, byId(row.querySelector("a").hash.slice(1))]));
let policy = "";

// What a map has under a key: a list, empty at first.
const under = (map, key) => {
  if (!map.has(key)) map.set(key, []);
  return map.get(key);
};

// What is known of characters: the variants of each are folded, and each has its syllables.
const known = JSON.parse(byId("characters").textContent);
const simple = new Map(Object.entries(known.variants).flatMap(
  ([char, variants]) => [...variants].map((variant) => [variant, char])));
const readings = new Map();
for (const [syllable, chars] of Object.entries(known.sounds)) {
  for (const char of chars) under(readings, char).push(syllable);
}
const variant = new RegExp(`[${[...simple.keys()].join("")}]`, "gu");
const fold = (text) => {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[《》〈〉“”‘’「」"']/g, "");
  return simple.size ? plain.replace(variant, (char) => simple.get(char)) : plain;
};

// A name is what people may ask for a record by: a title, a keyword, an alias of its policy. Those
// with Chinese in them can be guessed at; many records share those of their policy, which are looked
// at once. The names that have a character are kept with it, so that a key looks at few.
const names = new Map();
const having = new Map();
function named(name) {
  if (!names.has(name)) {
    const entry = { chars: [...name], records: [] };
    names.set(name, entry);
    for (const char of new Set(entry.chars)) under(having, char).push(entry);
  }
  return names.get(name);
}
const called = new Map(sections.map((section) => [section, fold(section.dataset.names)]));
const records = articles.map((article) => {
  const section = article.closest("section");
  const own = `${fold(article.dataset.names)}\n${called.get(section)}`;
  const { policy: of, region, end, themes } = article.dataset;
  const record = {
    article, heading: article.querySelector("h3"), section, of, region, end, themes: themes.split("\n"), shown: true, way: 0,
    text: `${fold(article.textContent)} ${own}`,
  };
  for (const name of new Set(own.split("\n"))) {
    if (/\p{sc=Han}/u.test(name)) named(name).records.push(record);
  }
  return record;
});

// The characters of names that may be said in a way, and those that begin with a letter or sound as
// another.
const sounds = Object.entries(known.sounds).map(
  ([syllable, chars]) => [syllable, [...chars].filter((char) => having.has(char))]);
const saying = (fits) => new Set(
  sounds.flatMap(([syllable, chars]) => (fits(syllable) ? chars : [])));
const beginning = (letter) => saying((syllable) => syllable[0] === letter);
const alike = (char) => saying((syllable) => (readings.get(char) || []).includes(syllable)).add(char);

// The names with any of some characters, each with how many of them it has.
function withAny(chars) {
  const counts = new Map();
  for (const char of chars) {
    for (const name of having.get(char) || []) counts.set(name, (counts.get(name) || 0) + 1);
  }
  return counts;
}

// The names in which the sets fit the characters, all of them one after the other: of those that
// have a character of the smallest set, which are the fewest.
function following(sets) {
  const [smallest] = [...sets].sort((one, other) => one.size - other.size);
  return [...withAny(smallest).keys()].filter(
    ({ chars }) => chars.some((_char, at) => sets.every((set, on) => set.has(chars[at + on]))));
}

// Letters are spelled out from here on, syllable by syllable, each whole but the last.
function spelled(chars, at, letters) {
  if (!letters) return true;
  return at < chars.length && (readings.get(chars[at]) || []).some((syllable) =>
    letters.startsWith(syllable) ? spelled(chars, at + 1, letters.slice(syllable.length))
      : syllable.startsWith(letters));
}

// One character is wrong, missing or too much, and the others are as they should be.
function slipped(chars, word) {
  const lengths = [word.length - 1, word.length, word.length + 1];
  return lengths.some((length) => {
    for (let at = 0; at + length <= chars.length; at += 1) {
      let head = 0;
      let tail = 0;
      const least = Math.min(length, word.length);
      while (head < least && chars[at + head] === word[head]) head += 1;
      while (tail < least - head
        && chars[at + length - 1 - tail] === word[word.length - 1 - tail]) tail += 1;
      if (head + tail >= Math.max(length, word.length) - 1) return true;
    }
    return false;
  });
}

// The ways in which a word may fit, the surest first; all but the first are said beside the title.
// Each gives the records, or the names, that the word fits.
const isLetters = (word) => /^[a-z]{2,}$/.test(word);
const isChinese = (word) => /^[\u3400-\u9fff]{2,}$/.test(word);
const sounding = (word) => {
  if (isChinese(word)) return following([...word].map(alike));
  const first = saying((said) => word.startsWith(said) || said.startsWith(word));
  return [...withAny(first).keys()].filter(({ chars }) => chars.some(
    (char, at) => first.has(char) && spelled(chars, at, word)));
};
const beside = (word) => {
  const own = new Set(word);
  return [...withAny(own)].filter(
    ([{ chars }, has]) => has >= own.size - 1 && slipped(chars, word)).map(([name]) => name);
};
const byName = (takes, fitting) => (word) => (
  takes(word) ? fitting(word).flatMap((name) => name.records) : []);
const ways = [
  ["exact", (word) => records.filter((record) => record.text.includes(word))],
  ["phonetic", byName((word) => isLetters(word) || isChinese(word), sounding)],
  ["initials", byName(isLetters, (word) => following([...word].map(beginning)))],
  ["fuzzy", byName((word) => isChinese(word) && word.length > 2, beside)],
];

// The records that a word fits, each with the surest of so many ways.
function fitting(word, most) {
  const found = new Map();
  for (let way = most - 1; way >= 0; way -= 1) {
    for (const record of ways[way][1](word)) found.set(record, way);
  }
  return found;
}

// How all words of a query fit a record: as its weakest word does; -1 if one does not fit.
function how(record, words) {
  let worst = 0;
  for (const found of words) {
    if (!found.has(record)) return -1;
    worst = Math.max(worst, found.get(record));
  }
  return worst;
}

// Guesses are made only where nothing fits exactly.
function look() {
  const words = fold(byId("search").value).split(/\s+/).filter(Boolean);
  for (const most of [1, ways.length]) {
    const fits = words.map((word) => fitting(word, most));
    const found = records.map((record) => how(record, fits));
    if (most > 1 || found.some((way) => way >= 0)) return found;
  }
  return [];
}

// What tells whether a record is within the filters.
function filter() {
  const [, region, end, theme] = controls.map((control) => control.value);
  return (record) => (!policy || record.of === policy)
    && (!region || record.region === region)
    && (!end || record.end === end)
    && (!theme || record.themes.includes(theme));
}

// Only what changes is written: a page of thousands of records is slow to lay out.
function mark(record, shown, way) {
  if (record.shown !== shown) record.article.hidden = !shown;
  if (record.way !== way) {
    if (way > 0) record.heading.dataset.how = byId("hows").dataset[ways[way][0]];
    else delete record.heading.dataset.how;
  }
  Object.assign(record, { shown, way });
}

function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function show() {
  const narrowed = policy || controls.some((control) => control.value.trim());
  const found = look();
  const within = filter();
  const seen = new Set();
  let count = 0;
  records.forEach((record, at) => {
    const shown = found[at] >= 0 && within(record);
    mark(record, shown, shown ? found[at] : 0);
    if (shown) seen.add(record.section);
    count += shown;
  });
  for (const section of sections) hide(section, Boolean(narrowed) && !seen.has(section));
  for (const [row, section] of rows) hide(row, !policy && section.hidden);
  for (const button of buttons) {
    const on = String(button.dataset.policy === policy && button.dataset.end === byId("end").value);
    if (button.getAttribute("aria-pressed") !== on) button.setAttribute("aria-pressed", on);
  }
  byId("count").value = `${count} / ${articles.length}`;
  byId("none").hidden = count > 0 || articles.length === 0;
}

function pick(button) {
  const off = button.getAttribute("aria-pressed") === "true";
  policy = off ? "" : button.dataset.policy;
  byId("end").value = off ? "" : button.dataset.end;
  show();
}

// What is asked stands in the address, so that it can be kept and sent on: once typing rests, as the
// browser keeps the state of the whole page with an address, which takes longer than the search.
let resting = 0;
function remember() {
  clearTimeout(resting);
  resting = setTimeout(address, 300);
}

function address() {
  const asked = new URLSearchParams(controls.filter((control) => control.value).map(
    (control) => [control.id, control.value]));
  const query = String(asked);
  history.replaceState(null, "", `${query ? `?${query}` : location.pathname}${location.hash}`);
}

function recall() {
  const asked = new URLSearchParams(location.search);
  for (const control of controls) if (asked.has(control.id)) control.value = asked.get(control.id);
}

for (const control of controls) {
  control.addEventListener("input", () => { policy = ""; show(); remember(); });
}
for (const button of buttons) button.addEventListener("click", () => pick(button));
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== byId("search")) {
    event.preventDefault();
    byId("search").focus();
  }
});
recall();
show();

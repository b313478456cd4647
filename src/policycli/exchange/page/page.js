
"use strict";
const byId = (id) => document.getElementById(id);
const controls = ["search", "region", "end", "theme"].map(byId);
const articles = [...document.querySelectorAll("article")];
const sections = [...document.querySelectorAll("section")];
const buttons = [...document.querySelectorAll("#matrix button")];
const rows = new Map([...document.querySelectorAll("#matrix tbody tr")].map(
  (row) => [row, byId(row.querySelector("a").hash.slice(1))]));
let policy = "";

// What is known of characters: the variants of each are folded, and each has its syllables.
const known = JSON.parse(byId("characters").textContent);
const simple = new Map(Object.entries(known.variants).flatMap(
  ([char, variants]) => [...variants].map((variant) => [variant, char])));
const readings = new Map();
for (const [syllable, chars] of Object.entries(known.sounds)) {
  for (const char of chars) readings.set(char, [...(readings.get(char) || []), syllable]);
}
const variant = new RegExp(`[${[...simple.keys()].join("")}]`, "gu");
const fold = (text) => {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[《》〈〉“”‘’「」"']/g, "");
  return simple.size ? plain.replace(variant, (char) => simple.get(char)) : plain;
};

// A name is what people may ask for a record by: a title, a keyword, an alias of its policy. Many
// records share those of their policy, which are looked at once for each word.
const names = new Map();
const named = (name) => {
  if (!names.has(name)) names.set(name, [...name]);
  return names.get(name);
};
const called = new Map(sections.map((section) => [section, fold(section.dataset.names)]));
const records = articles.map((article) => {
  const section = article.closest("section");
  const text = `${fold(article.dataset.names)}\n${called.get(section)}`;
  const { policy: of, region, end, themes } = article.dataset;
  return {
    article, section, of, region, end, themes: themes.split("\n"), shown: true, way: 0,
    text: `${fold(article.textContent)} ${text}`,
    names: text.split("\n").map(named),
  };
});

// The characters that may be said in a way, and those that begin with a letter or sound as another.
const saying = (fits) => new Set(Object.entries(known.sounds).filter(
  ([syllable]) => fits(syllable)).flatMap(([, chars]) => [...chars]));
const beginning = (letter) => saying((syllable) => syllable[0] === letter);
const alike = (char) => saying((syllable) => (readings.get(char) || []).includes(syllable)).add(char);

// Where the sets begin to fit the characters of a name, all of them fit one after the other.
const within = (chars, sets) => chars.some(
  (_char, at) => sets.every((set, on) => set.has(chars[at + on])));

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
// Each takes the word, and gives what tells whether a record, or one of its names, has it.
const isLetters = (word) => /^[a-z]{2,}$/.test(word);
const isChinese = (word) => /^[\u3400-\u9fff]{3,}$/.test(word);
const byName = (way, takes, fits) => [way, (word) => {
  const found = new Set(takes(word) ? [...names.values()].filter(fits(word)) : []);
  return (record) => found.size > 0 && record.names.some((name) => found.has(name));
}];
const ways = [
  ["exact", (word) => (record) => record.text.includes(word)],
  byName("phonetic", (word) => isLetters(word) || isChinese(word), (word) => {
    if (isLetters(word)) {
      const first = saying((said) => word.startsWith(said) || said.startsWith(word));
      return (chars) => chars.some((char, at) => first.has(char) && spelled(chars, at, word));
    }
    const sets = [...word].map(alike);
    return (chars) => within(chars, sets);
  }),
  byName("initials", isLetters, (word) => {
    const sets = [...word].map(beginning);
    return (chars) => within(chars, sets);
  }),
  byName("fuzzy", isChinese, (word) => {
    const own = new Set(word);
    return (chars) => chars.filter((char) => own.has(char)).length >= word.length - 1
      && slipped(chars, word);
  }),
];

// How all words of a query fit a record: as its weakest word does; -1 if one does not fit.
function how(record, words) {
  let worst = 0;
  for (const fits of words) {
    const way = fits.findIndex((fit) => fit(record));
    if (way < 0) return -1;
    worst = Math.max(worst, way);
  }
  return worst;
}

// Guesses are made only where nothing fits exactly.
function look() {
  const words = fold(byId("search").value).split(/\s+/).filter(Boolean);
  for (const most of [1, ways.length]) {
    const fits = words.map((word) => ways.slice(0, most).map(([, fitting]) => fitting(word)));
    const found = records.map((record) => how(record, fits));
    if (most > 1 || found.some((way) => way >= 0)) return found;
  }
  return [];
}

function filtered(record) {
  const [, region, end, theme] = controls.map((control) => control.value);
  return (!policy || record.of === policy)
    && (!region || record.region === region)
    && (!end || record.end === end)
    && (!theme || record.themes.includes(theme));
}

// Only what changes is written: a page of thousands of records is slow to lay out.
function mark(record, shown, way) {
  if (record.shown !== shown) record.article.hidden = !shown;
  if (record.way !== way) {
    if (way > 0) record.article.dataset.how = byId("hows").dataset[ways[way][0]];
    else delete record.article.dataset.how;
  }
  Object.assign(record, { shown, way });
}

function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function show() {
  const narrowed = policy || controls.some((control) => control.value.trim());
  const found = look();
  const seen = new Set();
  let count = 0;
  records.forEach((record, at) => {
    const shown = found[at] >= 0 && filtered(record);
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

// What is asked stands in the address, so that it can be kept and sent on.
function remember() {
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


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
const fold = (text) => [...text.normalize("NFKC").toLowerCase()].map(
  (char) => simple.get(char) || char).join("").replace(/[《》〈〉“”‘’「」"']/g, "");

// A name is what people may ask for a record by: a title, a keyword, an alias of its policy. Many
// records share those of their policy, which are looked at once for each word.
const names = new Map();
const named = (name) => {
  if (!names.has(name)) names.set(name, { chars: [...name], fits: new Map() });
  return names.get(name);
};
const records = new Map(articles.map((article) => {
  const section = article.closest("section");
  const called = fold(article.dataset.names).split("\n");
  return [article, {
    text: fold(`${article.textContent} ${section.querySelector("h2").textContent} ${called}`),
    names: called.map(named),
  }];
}));

// Where a word may begin, each of its parts fits a part of the name or not.
function within(parts, length, fits) {
  for (let at = 0; at + length <= parts.length; at += 1) {
    let on = 0;
    while (on < length && fits(parts[at + on], on)) on += 1;
    if (on === length) return true;
  }
  return false;
}

// Letters are spelled out from here on, syllable by syllable, each whole but the last.
function spelled(chars, at, letters) {
  if (!letters) return true;
  return at < chars.length && (readings.get(chars[at]) || []).some((syllable) =>
    letters.startsWith(syllable) ? spelled(chars, at + 1, letters.slice(syllable.length))
      : syllable.startsWith(letters));
}

const initial = (char, letter) => (readings.get(char) || []).some(
  (syllable) => syllable[0] === letter);
const alike = (one, other) => one === other || (readings.get(one) || []).some(
  (syllable) => (readings.get(other) || []).includes(syllable));

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
const isLetters = (word) => /^[a-z]{2,}$/.test(word);
const isChinese = (word) => /^[\u3400-\u9fff]{3,}$/.test(word);
const byName = (way, takes, fits) => [way, (record, word) => takes(word) && record.names.some((name) => {
  const key = `${way} ${word}`;
  if (!name.fits.has(key)) name.fits.set(key, fits(name.chars, word));
  return name.fits.get(key);
})];
const ways = [
  ["exact", (record, word) => record.text.includes(word)],
  byName("phonetic", (word) => isLetters(word) || isChinese(word), (chars, word) => (isLetters(word)
    ? chars.some((_char, at) => spelled(chars, at, word))
    : within(chars, word.length, (char, on) => alike(char, word[on])))),
  byName("initials", isLetters,
    (chars, word) => within(chars, word.length, (char, on) => initial(char, word[on]))),
  byName("fuzzy", isChinese, slipped),
];

// How all words of a query fit a record: as its weakest word does; -1 if one does not fit.
function how(record, words, most) {
  let worst = 0;
  for (const word of words) {
    let way = 0;
    while (way <= most && !ways[way][1](record, word)) way += 1;
    if (way > most) return -1;
    worst = Math.max(worst, way);
  }
  return worst;
}

// Guesses are made only where nothing fits exactly.
function found() {
  const words = fold(byId("search").value).split(/\s+/).filter(Boolean);
  for (const name of names.values()) name.fits.clear();
  for (const most of [0, ways.length - 1]) {
    const fitting = new Map(articles.map(
      (article) => [article, how(records.get(article), words, most)]).filter(([, way]) => way >= 0));
    if (fitting.size || most) return fitting;
  }
  return new Map();
}

function filtered(article) {
  const [, region, end, theme] = controls.map((control) => control.value);
  const data = article.dataset;
  return (!policy || data.policy === policy)
    && (!region || data.region === region)
    && (!end || data.end === end)
    && (!theme || data.themes.split("\n").includes(theme));
}

function show() {
  const narrowed = policy || controls.some((control) => control.value.trim());
  const fitting = found();
  let count = 0;
  for (const article of articles) {
    const way = fitting.get(article);
    article.hidden = way === undefined || !filtered(article);
    if (way) article.dataset.how = byId("hows").dataset[ways[way][0]];
    else delete article.dataset.how;
    count += !article.hidden;
  }
  for (const section of sections) {
    section.hidden = narrowed && !section.querySelector("article:not([hidden])");
  }
  for (const [row, section] of rows) row.hidden = !policy && section.hidden;
  for (const button of buttons) {
    const on = button.dataset.policy === policy && button.dataset.end === byId("end").value;
    button.setAttribute("aria-pressed", String(on));
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


"use strict";
const byId = (id) => document.getElementById(id);
const controls = ["search", "region", "end", "theme"].map(byId);
const articles = [...document.querySelectorAll("article")];
const sections = [...document.querySelectorAll("section")];
const buttons = [...document.querySelectorAll("#matrix button")];
const rows = new Map([...document.querySelectorAll("#matrix tbody tr")].map(
  (row) => [row, byId(row.querySelector("a").hash.slice(1))]));
const fold = (text) => text.normalize("NFKC").toLowerCase();
const texts = new Map(articles.map((article) => {
  const section = article.closest("section");
  return [article, fold(article.textContent + " " + section.querySelector("h2").textContent)];
}));
let policy = "";

function fits(article) {
  const [search, region, end, theme] = controls.map((control) => control.value);
  const data = article.dataset;
  return (!policy || data.policy === policy)
    && (!region || data.region === region)
    && (!end || data.end === end)
    && (!theme || data.themes.split("\n").includes(theme))
    && fold(search).split(/\s+/).every((word) => texts.get(article).includes(word));
}

function show() {
  const filtered = policy || controls.some((control) => control.value.trim());
  let count = 0;
  for (const article of articles) {
    article.hidden = !fits(article);
    count += !article.hidden;
  }
  for (const section of sections) {
    section.hidden = filtered && !section.querySelector("article:not([hidden])");
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

for (const control of controls) control.addEventListener("input", () => { policy = ""; show(); });
for (const button of buttons) button.addEventListener("click", () => pick(button));
show();

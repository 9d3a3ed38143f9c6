/* Words for people. They stand in the page, as data of `.interface-words`, in the language of the report. */

/* Words by name; `{place}` in them is filled from `values`. Numbers are written as the language writes them. */
function say(name, values) {
  var element = document.querySelector(".interface-words");
  var text = (element && element.getAttribute("data-" + name)) || "";
  return text.replace(/\{(\w+)\}/g, function (whole, place) {
    var value = values && values[place];
    if (value === undefined) return whole;
    return typeof value === "number" ? value.toLocaleString(root.lang || undefined) : value;
  });
}

/* Words that depend on a number: `name-one`, `name-few` and so on where the language has them, else `name-other`. */
function sayCount(name, count, values) {
  var all = Object.assign({ n: count }, values);
  var form = new Intl.PluralRules(root.lang || undefined).select(count);
  return say(name + "-" + form, all) || say(name + "-other", all);
}

/* Tells screen readers something that only shows. Said once things have come to rest, so that typing is not talked over. */
var announcement = { region: null, timer: 0 };
function announce(text) {
  if (!announcement.region) return;
  clearTimeout(announcement.timer);
  announcement.timer = setTimeout(function () { announcement.region.textContent = text; }, 350);
}

function addAnnouncements() {
  announcement.region = document.createElement("div");
  announcement.region.className = "visually-hidden";
  announcement.region.setAttribute("role", "status");
  document.body.appendChild(announcement.region);
}

function make(name, className, text) {
  var element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

var collator = new Intl.Collator(root.lang || undefined, { numeric: true });

/* Letters as they are compared in searches and filters; the index of the search is written by the same rule. */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ς/g, "σ");
}

function wordsOf(text) {
  var found = fold(text).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  return found.map(function (word) { return word.length > 32 ? Array.from(word).slice(0, 32).join("") : word; });
}

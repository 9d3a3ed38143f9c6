/* The search field of every page and what it finds. */

var MOST_RESULTS = 20;

function offerSearch() {
  var box = document.querySelector(".search");
  var field = box && box.querySelector("input");
  var panel = box && box.querySelector(".search-panel");
  if (!field || !panel) return;
  var search = { box: box, field: field, panel: panel, root: box.getAttribute("data-root") || "", index: undefined, asked: false };
  box.hidden = false;
  field.addEventListener("focus", function () {
    askForIndex(search);
    showResults(search);
  });
  field.addEventListener("input", function () { showResults(search); });
  box.addEventListener("keydown", function (event) { moveThrough(search, event); });
  box.addEventListener("focusout", function (event) {
    /* A tap may move the focus nowhere; it must still reach the link. */
    if (event.relatedTarget && !box.contains(event.relatedTarget)) panel.hidden = true;
  });
  document.addEventListener("pointerdown", function (event) {
    if (!box.contains(event.target)) panel.hidden = true;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest && event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

function askForIndex(search) {
  if (search.asked) return;
  search.asked = true;
  loadIndex(search.root + "data/search-index.js", function (index) {
    search.index = index;
    showResults(search);
  });
}

function showResults(search) {
  var panel = search.panel;
  panel.textContent = "";
  if (!wordsOf(search.field.value).length) {
    panel.hidden = true;
    return;
  }
  panel.hidden = false;
  if (!search.index) {
    tellCount(panel, say(search.index === null ? "search-failed" : "search-loading"));
    return;
  }
  var found = find(search.index, search.field.value);
  var best = found.entries.slice(0, MOST_RESULTS);
  tellCount(panel, sayCount(found.count > best.length ? "results-most" : "results", found.count, { shown: best.length }));
  if (!best.length) return;
  var list = make("ol", "search-results");
  best.forEach(function (one) { list.appendChild(result(search, entryOf(search.index, one.position), found.words)); });
  panel.appendChild(list);
}

function tellCount(panel, text) {
  panel.appendChild(make("p", "search-count", text));
  announce(text);
}

/* One result. Kind and state stand inside the link, so that whoever hears it hears them too. */
function result(search, entry, words) {
  var link = make("a");
  link.href = search.root + entry.path;
  var title = make("span", "search-title");
  entry.title.split(/([\p{Alphabetic}\p{N}\p{M}]+)/u).forEach(function (piece) {
    var met = wordsOf(piece).some(function (own) { return words.some(function (word) { return own.startsWith(word); }); });
    title.appendChild(met ? make("mark", "", piece) : document.createTextNode(piece));
  });
  link.appendChild(title);
  link.appendChild(document.createTextNode(" "));
  link.appendChild(make("span", "search-kind", entry.kind));
  if (entry.state) {
    link.appendChild(document.createTextNode(" "));
    link.appendChild(make("span", entry.ended ? "badge is-ended" : "badge", entry.state));
  }
  var item = make("li");
  item.appendChild(link);
  return item;
}

/* Arrow keys walk from the field through the results and back; Enter in the field opens the first; Escape closes. */
function moveThrough(search, event) {
  if (event.key === "Escape") {
    if (search.panel.hidden) search.field.value = "";
    search.panel.hidden = true;
    search.field.focus();
    search.panel.hidden = true;
    event.preventDefault();
    return;
  }
  var links = Array.prototype.slice.call(search.panel.querySelectorAll("a"));
  var at = links.indexOf(document.activeElement);
  if (event.key === "Enter" && document.activeElement === search.field && links.length) {
    event.preventDefault();
    links[0].click();
    return;
  }
  if (search.panel.hidden && event.key === "ArrowDown") showResults(search);
  if (search.panel.hidden || !links.length) return;
  var to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (at >= 0 && event.key === "Home") to = 0;
  if (at >= 0 && event.key === "End") to = links.length - 1;
  if (to === undefined || (at < 0 && event.key === "ArrowUp")) return;
  event.preventDefault();
  if (to < 0) search.field.focus();
  else if (links[to]) links[to].focus();
}

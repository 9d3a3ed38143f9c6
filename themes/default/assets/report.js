/* Progressive enhancement only: theme choice, sortable tables, disclosure opened for print. Every page is whole without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  var themes = ["light", "dark", "contrast"];
  var key = "report-theme";

  function stored() {
    try { return window.localStorage.getItem(key); } catch (refused) { return null; }
  }
  function apply(theme) {
    if (themes.indexOf(theme) >= 0) root.setAttribute("data-theme", theme);
    else root.removeAttribute("data-theme");
  }
  /* Runs from the head before anything is painted, so the page never flashes. */
  apply(stored());

  function offerThemes() {
    var box = document.querySelector(".theme");
    var select = box && box.querySelector("select");
    if (!select) return;
    select.value = root.getAttribute("data-theme") || "";
    select.addEventListener("change", function () {
      apply(select.value);
      try {
        if (select.value) window.localStorage.setItem(key, select.value);
        else window.localStorage.removeItem(key);
      } catch (refused) { /* The choice then lasts as long as the page. */ }
    });
    box.hidden = false;
  }

  function sortKey(row, column, numeric) {
    var cell = row.cells[column];
    if (!cell) return null;
    var text = cell.hasAttribute("data-value") ? cell.getAttribute("data-value") : cell.textContent.trim();
    if (text === "") return null;
    if (!numeric) return text;
    var value = Number(text.replace("\u2212", "-").replace(/[^0-9.eE+-]/g, ""));
    return isNaN(value) ? null : value;
  }
  /* Rows without a value stay last in both directions; equal rows keep the order they were printed in. */
  function sortBody(body, column, numeric, sign) {
    var rows = Array.prototype.filter.call(body.rows, function (row) {
      return !row.classList.contains("group") && !row.classList.contains("is-total");
    });
    var keyed = rows.map(function (row, index) { return { row: row, key: sortKey(row, column, numeric), index: index }; });
    keyed.sort(function (a, b) {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.index - b.index;
      var order = numeric ? a.key - b.key : a.key.localeCompare(b.key, root.lang || undefined, { numeric: true });
      return sign * order || a.index - b.index;
    });
    var total = body.querySelector("tr.is-total");
    keyed.forEach(function (entry) { body.insertBefore(entry.row, total); });
  }
  function makeSortable(table, live) {
    var heads = table.querySelectorAll("thead th[data-sort]");
    Array.prototype.forEach.call(heads, function (head) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var numeric = head.getAttribute("data-sort") === "number";
        var before = head.getAttribute("aria-sort");
        var descending = before ? before === "ascending" : numeric;
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        Array.prototype.forEach.call(table.tBodies, function (body) {
          sortBody(body, head.cellIndex, numeric, descending ? -1 : 1);
        });
        live.textContent = button.textContent.trim() + " " + (descending ? "↓" : "↑");
      });
    });
  }

  function openForPrint() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
      opened.forEach(function (part) { part.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (part) { part.open = false; });
    });
  }
  /* A link to something inside a closed disclosure opens it. */
  function openTarget() {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var target = id && document.getElementById(id);
    var part = target && target.closest("details:not([open])");
    if (part) { part.open = true; target.scrollIntoView(); }
  }

  document.addEventListener("DOMContentLoaded", function () {
    offerThemes();
    var live = document.createElement("div");
    live.className = "visually-hidden";
    live.setAttribute("role", "status");
    document.body.appendChild(live);
    Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), function (table) { makeSortable(table, live); });
    openForPrint();
    openTarget();
    window.addEventListener("hashchange", openTarget);
  });
})();

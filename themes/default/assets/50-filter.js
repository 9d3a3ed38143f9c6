/* Filtering the rows of a table: by a text, by the values of a column, by a group of rows. */

/* Fewer rows than these are seen at a glance. */
var FEWEST_ROWS = 3;
/* More values than these are better typed than chosen. */
var MOST_VALUES = 80;

/* What people see of a cell; titles of pictures are no part of that. */
function seen(node) {
  if (node.nodeType === 3) return node.data;
  if (node.nodeName.toLowerCase() === "svg") return " ";
  var text = "";
  for (var child = node.firstChild; child; child = child.nextSibling) text += seen(child);
  return /^(TD|TH|BR|SPAN|A)$/.test(node.nodeName) ? text + " " : text;
}

function tidy(text) {
  return text.replace(/\s+/g, " ").trim();
}

/* The values of a cell: each of its links, else its words. */
function valuesOf(cell) {
  if (!cell) return [""];
  var links = cell.querySelectorAll("a");
  if (!links.length) return [tidy(seen(cell))];
  return Array.prototype.map.call(links, function (link) { return tidy(link.textContent); });
}

/* The values of a column among all rows, in order; none where choosing among them would tell nothing. */
function choices(rows, column) {
  var all = rows.map(function (row) { return valuesOf(row.cells[column]); });
  var known = new Set();
  var told = 0;
  all.forEach(function (values) { values.forEach(function (value) { known.add(value); told += 1; }); });
  if (known.size < 2 || known.size > MOST_VALUES || known.size === told) return [];
  return Array.from(known).sort(collator.compare);
}

/* One choice of the tools: a label, a list, and what each row has of it. */
function addChoice(table, key, label, values, of) {
  var select = make("select");
  select.appendChild(new Option(say("all"), "all"));
  values.forEach(function (value) { select.appendChild(new Option(value || say("none"), "=" + value)); });
  var holder = make("label", "table-choice");
  holder.appendChild(make("span", "", label));
  holder.appendChild(select);
  table.tools.appendChild(holder);
  table.choices.push({ key: key, label: label, select: select, values: values, of: of });
  select.addEventListener("change", function () { changed(table); });
}

function addFiltering(table) {
  var rows = [].concat.apply([], table.bodies.map(function (body) { return body.rows; }));
  if (!table.element.classList.contains("filterable") || rows.length < FEWEST_ROWS) return;
  var tools = table.tools = make("div", "table-tools");
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", say("filter-table", { table: table.name }));
  tools.setAttribute("data-script", "");
  var holder = make("label", "table-text");
  holder.appendChild(make("span", "", say("filter")));
  table.field = make("input");
  table.field.type = "search";
  table.field.autocomplete = "off";
  holder.appendChild(table.field);
  tools.appendChild(holder);
  addGroupChoice(table);
  table.columns.forEach(function (column) {
    if (!column.head.hasAttribute("data-filter")) return;
    var index = column.head.cellIndex;
    var values = choices(rows, index);
    if (values.length) addChoice(table, column.key, column.label, values, function (row) { return valuesOf(row.cells[index]); });
  });
  table.clear = make("button", "table-clear", say("clear"));
  table.clear.type = "button";
  table.clear.hidden = true;
  tools.appendChild(table.clear);
  table.shown = make("p", "table-shown");
  table.shown.hidden = true;
  tools.appendChild(table.shown);
  var region = table.element.closest(".table-scroll") || table.element;
  region.parentNode.insertBefore(tools, region);
  table.texts = new Map(rows.map(function (row) { return [row, fold(tidy(seen(row)))]; }));
  table.field.addEventListener("input", function () { changed(table); });
  table.clear.addEventListener("click", function () {
    clearFilters(table);
    changed(table);
    table.field.focus();
  });
}

function addGroupChoice(table) {
  var groups = table.bodies.filter(function (body) { return body.heading; });
  if (groups.length < 2 || groups.length > MOST_VALUES) return;
  var heading = function (body) { return body && body.heading ? body.heading : ""; };
  var values = table.bodies.map(heading).filter(function (value, index, all) { return all.indexOf(value) === index; });
  addChoice(table, "group", say("group"), values, function (row) {
    return [heading(table.bodies.find(function (body) { return body.element === row.parentNode; }))];
  });
}

function clearFilters(table) {
  if (!table.tools) return;
  table.field.value = "";
  table.choices.forEach(function (choice) { choice.select.value = "all"; });
}

function changed(table) {
  var shown = showFiltered(table);
  saveTables();
  announce(sayCount("shown", shown, { all: table.texts.size }));
}

/* Hides the rows that do not fit; gives how many are left. */
function showFiltered(table) {
  if (!table.tools) return 0;
  var words = fold(table.field.value).split(/\s+/).filter(Boolean);
  var chosen = table.choices.filter(function (choice) { return choice.select.value !== "all"; });
  var active = words.length + chosen.length > 0;
  var shown = 0;
  table.bodies.forEach(function (body) {
    var inside = 0;
    body.rows.forEach(function (row) {
      var text = table.texts.get(row);
      var fits = words.every(function (word) { return text.indexOf(word) >= 0; }) && chosen.every(function (choice) {
        return choice.of(row).indexOf(choice.select.value.slice(1)) >= 0;
      });
      row.hidden = !fits;
      inside += fits ? 1 : 0;
    });
    /* A sum of rows that are not all seen would mislead. */
    if (body.total) body.total.hidden = active;
    body.element.hidden = active && inside === 0;
    shown += inside;
  });
  if (table.element.tFoot) table.element.tFoot.hidden = active;
  table.clear.hidden = table.shown.hidden = !active;
  table.shown.textContent = sayCount("shown", shown, { all: table.texts.size });
  table.shown.appendChild(make("span", "table-filter", describe(table, chosen)));
  return shown;
}

/* The filter in words, for paper. */
function describe(table, chosen) {
  var parts = chosen.map(function (choice) {
    return say("filter-is", { name: choice.label, value: choice.select.selectedOptions[0].textContent });
  });
  var text = tidy(table.field.value);
  if (text) parts.unshift(say("filter-is", { name: say("filter"), value: text }));
  return parts.join("; ");
}

/* Sorting the rows of a table by a column. */

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
function sortRows(rows, column, numeric, sign) {
  var keyed = rows.map(function (row, index) { return { row: row, key: sortKey(row, column, numeric), index: index }; });
  keyed.sort(function (a, b) {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.index - b.index;
    var order = numeric ? a.key - b.key : collator.compare(a.key, b.key);
    return sign * order || a.index - b.index;
  });
  return keyed.map(function (entry) { return entry.row; });
}

/* Makes a button of each head that can be sorted. */
function addSorting(table) {
  table.columns.forEach(function (column) {
    var head = column.head;
    if (!head.hasAttribute("data-sort")) return;
    var button = make("button", "sort");
    button.type = "button";
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener("click", function () {
      var before = head.getAttribute("aria-sort");
      var descending = before ? before === "ascending" : head.getAttribute("data-sort") === "number";
      table.sort = { key: column.key, descending: descending };
      showSorted(table);
      saveTables();
      announce(say(descending ? "sorted-down" : "sorted-up", { column: column.label }));
    });
  });
}

/* Puts the rows into the order that is asked for, or back into that of the page. */
function showSorted(table) {
  var wanted = table.sort;
  var by = null;
  table.columns.forEach(function (column) {
    column.head.removeAttribute("aria-sort");
    if (wanted && column.key === wanted.key && column.head.hasAttribute("data-sort")) by = column;
  });
  if (!by) table.sort = null;
  else by.head.setAttribute("aria-sort", wanted.descending ? "descending" : "ascending");
  table.bodies.forEach(function (body) {
    var numeric = by && by.head.getAttribute("data-sort") === "number";
    var rows = by ? sortRows(body.rows, by.head.cellIndex, numeric, wanted.descending ? -1 : 1) : body.rows;
    rows.forEach(function (row) { body.element.insertBefore(row, body.total); });
  });
}

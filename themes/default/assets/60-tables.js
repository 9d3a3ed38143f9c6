/* Every table that can be sorted or filtered, and its part of the address. */

var tables = [];

/* A column has a name in the address: its heading in small letters. */
function columnsOf(element) {
  var used = ["q", "sort", "group"];
  return Array.prototype.map.call(element.tHead ? element.tHead.rows[0].cells : [], function (head, index) {
    var label = tidy(head.textContent);
    var name = wordsOf(label).join("-") || "c" + index;
    var key = name;
    for (var again = 2; used.indexOf(key) >= 0; again += 1) key = name + "-" + again;
    used.push(key);
    return { head: head, label: label, key: key };
  });
}

function bodiesOf(element) {
  return Array.prototype.map.call(element.tBodies, function (body) {
    var all = Array.prototype.slice.call(body.rows);
    var group = all.find(function (row) { return row.classList.contains("group"); });
    var heading = group && group.cells[0].firstChild;
    return {
      element: body,
      heading: heading ? tidy(heading.textContent) : "",
      total: all.find(function (row) { return row.classList.contains("is-total"); }) || null,
      rows: all.filter(function (row) { return !row.classList.contains("group") && !row.classList.contains("is-total"); }),
    };
  });
}

function prepareTables() {
  var elements = document.querySelectorAll("table.sortable, table.filterable");
  Array.prototype.forEach.call(elements, function (element, index) {
    var caption = element.caption;
    var name = caption && caption.firstChild ? tidy(caption.firstChild.textContent) : "";
    /* The names of the first table stand by themselves, those of the others after the id of their caption. */
    var prefix = index > 0 ? (caption && caption.id ? caption.id : "t" + index) + "." : "";
    var table = { element: element, name: name, prefix: prefix, columns: columnsOf(element), bodies: bodiesOf(element), choices: [], sort: null };
    addFiltering(table);
    if (element.classList.contains("sortable")) addSorting(table);
    tables.push(table);
  });
  restoreTables();
}

function saveTables() {
  var parameters = new URLSearchParams();
  tables.forEach(function (table) {
    var put = function (name, value) { parameters.set(table.prefix + name, value); };
    if (table.tools && tidy(table.field.value)) put("q", tidy(table.field.value));
    table.choices.forEach(function (choice) {
      if (choice.select.value !== "all") put(choice.key, choice.select.value.slice(1));
    });
    if (table.sort) put("sort", (table.sort.descending ? "-" : "") + table.sort.key);
  });
  writeFragment(parameters);
}

/* Values that a table does not have are passed over, so that an old address still shows something. */
function restoreTables() {
  var parameters = readFragment();
  tables.forEach(function (table) {
    var get = function (name) { return parameters.get(table.prefix + name); };
    clearFilters(table);
    if (table.tools) table.field.value = get("q") || "";
    table.choices.forEach(function (choice) {
      var value = get(choice.key);
      if (value !== null && choice.values.indexOf(value) >= 0) choice.select.value = "=" + value;
    });
    var sort = get("sort");
    var before = table.sort;
    table.sort = sort ? { key: sort.replace(/^-/, ""), descending: sort.charAt(0) === "-" } : null;
    if (before || table.sort) showSorted(table);
    showFiltered(table);
  });
}

/* Shows the row that an anchor names, whatever is filtered. */
function uncover(target) {
  tables.forEach(function (table) {
    if (!table.element.contains(target) || !target.closest("[hidden]")) return;
    clearFilters(table);
    showFiltered(table);
  });
}

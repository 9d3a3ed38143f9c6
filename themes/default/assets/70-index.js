/* The index of the search: loaded when it is first needed, by a script element, which works from disk as well. */

var DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/* What a word says of an entry by where it stands: in its text, among its keywords, in its title. */
var WHOLE_WORD = [2, 6, 12];
var BEGINNING = [1, 4, 9];

/* Loads the index and hands it to `done`, or null where there is none that can be read. */
function loadIndex(address, done) {
  var script = document.createElement("script");
  script.src = address;
  script.addEventListener("load", function () {
    var index = null;
    try { index = readIndex(script.searchIndex); } catch (unreadable) { index = null; }
    script.searchIndex = null;
    done(index);
  });
  script.addEventListener("error", function () { done(null); });
  document.head.appendChild(script);
}

function readIndex(data) {
  if (!data || data.format !== 1) return null;
  var terms = data.terms ? data.terms.split(" ") : [];
  var bytes = window.atob(data.postings);
  var starts = new Uint32Array(terms.length + 1);
  var ends = new Uint32Array(terms.length + 1);
  var at = { place: 0 };
  var before = "";
  for (var index = 0; index < terms.length; index += 1) {
    before = terms[index] = before.slice(0, DIGITS.indexOf(terms[index].charAt(0))) + terms[index].slice(1);
    var length = readNumber(bytes, at);
    starts[index] = at.place;
    ends[index] = at.place += length;
  }
  var entries = data.entries ? data.entries.split("\n") : [];
  return { kinds: data.kinds, states: data.states, entries: entries, terms: terms, bytes: bytes, starts: starts, ends: ends };
}

function readNumber(bytes, at) {
  var number = 0;
  for (var shift = 0; ; shift += 7) {
    var byte = bytes.charCodeAt(at.place);
    at.place += 1;
    number += (byte & 127) * Math.pow(2, shift);
    if (byte < 128) return number;
  }
}

/* The position of the first term that is not less than a word. */
function firstTerm(terms, word) {
  var low = 0;
  var high = terms.length;
  while (low < high) {
    var middle = (low + high) >> 1;
    if (terms[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* What one word says of each entry: the most of all terms that begin with it. */
function weigh(index, word) {
  var weights = new Uint8Array(index.entries.length);
  for (var term = firstTerm(index.terms, word); term < index.terms.length && index.terms[term].startsWith(word); term += 1) {
    var scale = index.terms[term] === word ? WHOLE_WORD : BEGINNING;
    var at = { place: index.starts[term] };
    var next = 0;
    while (at.place < index.ends[term]) {
      var posting = readNumber(index.bytes, at);
      var entry = next + Math.floor(posting / 3);
      var weight = scale[posting % 3];
      if (weight > weights[entry]) weights[entry] = weight;
      next = entry + 1;
    }
  }
  return weights;
}

function entryOf(index, position) {
  var parts = index.entries[position].split("\t");
  var kind = index.kinds[Number(parts[0])];
  var state = index.states[Number(parts[1])];
  var path = parts[4] || kind[1] + "/" + parts[3] + ".html";
  return { position: position, kind: kind[0], state: state[0], ended: state[1] === 1, title: parts[2], id: parts[3] || "", path: path };
}

/* The entries that have every word, the best first; equal ones in the order of the index. */
function find(index, text) {
  var words = wordsOf(text);
  if (!words.length) return { count: 0, entries: [] };
  var weights = words.map(function (word) { return weigh(index, word); });
  var found = [];
  for (var position = 0; position < index.entries.length; position += 1) {
    var score = 0;
    for (var word = 0; word < weights.length; word += 1) {
      if (weights[word][position] === 0) { score = 0; break; }
      score += weights[word][position];
    }
    if (score > 0) found.push({ position: position, score: score });
  }
  var whole = words.join(" ");
  found.forEach(function (one) {
    if (one.score < BEGINNING[2] * words.length) return;
    var entry = entryOf(index, one.position);
    var title = wordsOf(entry.title).join(" ");
    if (title === whole || wordsOf(entry.id).join(" ") === whole) one.score += 40;
    else if (title.startsWith(whole)) one.score += 6;
    if (entry.ended) one.score -= 1;
  });
  found.sort(function (a, b) { return b.score - a.score || a.position - b.position; });
  return { words: words, count: found.length, entries: found };
}

/* Follows the project behind a page that `tickmark serve` shows: loads the page anew when it changed, says what changed, and shows mistakes
   over the page as long as they last. Whatever people wrote goes in as text and never as markup. No built file has this script. */
(function () {
  "use strict";
  var tag = document.currentScript;
  var session = tag.getAttribute("data-session");
  var number = Number(tag.getAttribute("data-number"));
  var digest = tag.getAttribute("data-digest");
  /* What this is instead of a page of the report; empty for pages of the report. */
  var notice = tag.getAttribute("data-notice");
  /* What it is instead where it was shown last by an earlier preview, which may or may not be what is so. */
  var LAST_SHOWN = "last-shown";
  var KEPT = "tickmark-preview";
  var HIDDEN = "tickmark-preview-hidden";
  var NOTE_LASTS = 8000;
  var LISTED = 8;

  var stream = null, retry = null, asking = 0, noteTimer = null, shownFor = 0;
  var box, note, lost, dialog, reopen;

  /* --- what a page keeps while it loads itself anew --- */

  function stored(key) {
    try { return JSON.parse(window.sessionStorage.getItem(key)); } catch (refused) { return null; }
  }

  function store(key, value) {
    try {
      if (value === null) window.sessionStorage.removeItem(key);
      else window.sessionStorage.setItem(key, JSON.stringify(value));
    } catch (refused) { /* The page then begins at its top, and says nothing. */ }
  }

  function folds() { return Array.prototype.slice.call(document.querySelectorAll("main details")); }

  function loadAnew(steps) {
    var focused = document.activeElement;
    store(KEPT, {
      address: window.location.href, x: window.scrollX, y: window.scrollY, steps: steps, focused: focused ? focused.id : "",
      open: folds().map(function (one) { return one.open; })
    });
    if ("scrollRestoration" in window.history) window.history.scrollRestoration = "manual";
    window.location.reload();
  }

  function scrollBack(kept) { window.scrollTo({ left: kept.x, top: kept.y, behavior: "instant" }); }

  function takeUp() {
    var kept = stored(KEPT);
    store(KEPT, null);
    if (!kept || kept.address !== window.location.href) return;
    var found = folds();
    if (found.length === kept.open.length) kept.open.forEach(function (open, index) { found[index].open = open; });
    var focused = kept.focused && document.getElementById(kept.focused);
    if (focused) focused.focus({ preventScroll: true });
    scrollBack(kept);
    /* Pictures and scripts may have moved what stands here. */
    window.addEventListener("load", function () {
      scrollBack(kept);
      if ("scrollRestoration" in window.history) window.history.scrollRestoration = "auto";
    });
    say(kept.steps);
  }

  /* --- parts of the page --- */

  function make(name, kind, text) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /* A message with names in backticks set as code. */
  function ticked(element, message) {
    message.split("`").forEach(function (piece, index, pieces) {
      var isName = index % 2 === 1 && index < pieces.length - 1;
      if (isName) element.appendChild(make("code", "", piece));
      else element.appendChild(document.createTextNode(index % 2 === 1 ? "`" + piece : piece));
    });
    return element;
  }

  function button(text, act) {
    var element = make("button", "tickmark-button", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function furnish() {
    box = make("div", "tickmark-live");
    box.lang = "en";
    note = make("div", "tickmark-note");
    note.setAttribute("role", "status");
    lost = make("div", "tickmark-note tickmark-lost");
    lost.setAttribute("role", "status");
    reopen = button("", function () { showDialog(); });
    reopen.className += " tickmark-reopen";
    reopen.hidden = true;
    dialog = make("dialog", "tickmark-mistakes");
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "tickmark-mistakes-title");
    dialog.addEventListener("close", function () {
      if (!dialog.hasChildNodes()) return;
      store(HIDDEN, { session: session, number: shownFor });
      reopen.hidden = false;
    });
    [reopen, note, lost, dialog].forEach(function (part) { box.appendChild(part); });
    document.body.appendChild(box);
    note.addEventListener("mouseenter", keepNote);
    note.addEventListener("focusin", keepNote);
    note.addEventListener("mouseleave", leaveNote);
    note.addEventListener("focusout", leaveNote);
    note.addEventListener("keydown", function (event) { if (event.key === "Escape") hideNote(); });
  }

  /* --- what changed --- */

  function keepNote() { window.clearTimeout(noteTimer); }

  function leaveNote() {
    window.clearTimeout(noteTimer);
    noteTimer = window.setTimeout(hideNote, NOTE_LASTS);
  }

  function hideNote() { note.textContent = ""; }

  function union(steps) {
    var files = [], more = 0;
    steps.forEach(function (step) {
      more += step.more;
      step.changes.forEach(function (change) {
        files = files.filter(function (file) { return file.path !== change.path; });
        files.push(change);
      });
    });
    return { files: files, more: more };
  }

  function say(steps) {
    var all = union(steps), count = all.files.length + all.more;
    note.textContent = "";
    if (count === 1) {
      var line = make("p");
      line.appendChild(make("code", "", all.files[0].path));
      line.appendChild(document.createTextNode(" " + all.files[0].deed));
      note.appendChild(line);
    } else {
      note.appendChild(make("p", "", count === 0 ? "The project was read again" : count + " files changed"));
    }
    if (count > 1) {
      var list = make("ul");
      all.files.slice(0, LISTED).forEach(function (file) {
        var item = make("li");
        item.appendChild(make("code", "", file.path));
        item.appendChild(document.createTextNode(" " + file.deed));
        list.appendChild(item);
      });
      if (count > LISTED) list.appendChild(make("li", "", "and " + (count - LISTED) + " more"));
      note.appendChild(list);
    }
    note.appendChild(button("Hide", hideNote));
    leaveNote();
  }

  /* --- mistakes --- */

  function excerpt(spot) {
    var line = make("pre", "tickmark-excerpt");
    line.appendChild(make("span", "", String(spot.line)));
    line.appendChild(document.createTextNode(spot.excerpt[0]));
    line.appendChild(make("mark", "", spot.excerpt[1]));
    line.appendChild(document.createTextNode(spot.excerpt[2]));
    return line;
  }

  function message(one) {
    var line = make("p", "tickmark-message");
    line.appendChild(make("b", "", one.code ? one.level + " " + one.code : one.level));
    line.appendChild(document.createTextNode(" "));
    return ticked(line, one.message);
  }

  function item(one) {
    var part = make("li", "tickmark-item");
    one.places.forEach(function (spot) {
      var place = make("p", "tickmark-place", spot.says ? spot.says + ": " : "");
      place.appendChild(make("code", "", spot.at));
      part.appendChild(place);
      if (!spot.says) part.appendChild(message(one));
      if (spot.excerpt) part.appendChild(excerpt(spot));
    });
    if (!one.places.length) part.appendChild(message(one));
    one.causes.forEach(function (cause) { part.appendChild(ticked(make("p", "", "because: "), cause)); });
    if (one.help) {
      var help = make("p", "tickmark-help");
      help.appendChild(make("b", "", "help:"));
      help.appendChild(document.createTextNode(" "));
      part.appendChild(ticked(help, one.help));
    }
    return part;
  }

  function showDialog() {
    reopen.hidden = true;
    store(HIDDEN, null);
    if (!dialog.open) dialog.showModal();
  }

  function showProblem(problem, at) {
    var title = make("h2", "", problem.title.charAt(0).toUpperCase() + problem.title.slice(1));
    title.id = "tickmark-mistakes-title";
    var head = make("div", "tickmark-head");
    head.appendChild(title);
    head.appendChild(button("Hide", function () { dialog.close(); }));
    var list = make("ol", "tickmark-items");
    problem.items.forEach(function (one) { list.appendChild(item(one)); });
    dialog.textContent = "";
    dialog.appendChild(head);
    dialog.appendChild(make("p", "tickmark-muted", "The page below stays as it was until this is mended."));
    dialog.appendChild(list);
    if (problem.more) dialog.appendChild(make("p", "tickmark-muted", "And " + problem.more + " more, which the terminal has."));
    hideNote();
    reopen.textContent = "Show: " + problem.title;
    shownFor = at;
    var hidden = stored(HIDDEN);
    if (hidden && hidden.session === session && hidden.number === at) reopen.hidden = false;
    else showDialog();
  }

  function mended() {
    dialog.textContent = "";
    if (dialog.open) dialog.close();
    reopen.hidden = true;
    shownFor = 0;
  }

  /* --- what the server tells --- */

  function isOfTheme(step) { return step.changes.some(function (change) { return change.path.indexOf("themes/") === 0; }); }

  function setStage(text) {
    var stage = document.querySelector(".tickmark-stage");
    if (stage) stage.textContent = text;
  }

  /* What was shown last turns out to be what is so. */
  function settle() {
    var last = document.querySelector(".tickmark-last");
    if (last) last.remove();
    notice = "";
  }

  /* Loads the page anew where it changed, and otherwise only says what did. */
  function look(steps) {
    var turn = ++asking;
    if (steps.some(isOfTheme)) return loadAnew(steps);
    setStage("making this page …");
    window.fetch(window.location.href, { method: "HEAD", cache: "no-store" }).then(function (answer) {
      if (turn !== asking) return;
      if (!answer.ok || answer.headers.get("etag") !== "\"" + digest + "\"") loadAnew(steps);
      else if (notice) settle();
      else say(steps);
    }).catch(function () { /* The stream tells when the server is back. */ });
  }

  var owed = [];

  function heard(event) {
    var news = JSON.parse(event.data);
    lost.textContent = "";
    if (news.session !== session) return loadAnew([]);
    if (!news.number) {
      if (news.stage) setStage(news.stage + " …");
      return;
    }
    var steps = news.log.filter(function (step) { return step.number > number; });
    var isNew = news.number > number;
    number = Math.max(number, news.number);
    if (notice && notice !== LAST_SHOWN) {
      if (isNew) window.location.reload();
      return;
    }
    /* A page that was not looked at yet is still owed what changed before. */
    if (isNew) owed = owed.concat(steps);
    if (news.problem) {
      setStage("What is so now cannot be shown.");
      if (shownFor !== news.number) showProblem(news.problem, news.number);
      return;
    }
    mended();
    if (isNew) {
      steps = owed;
      owed = [];
      look(steps);
    }
  }

  function missed() {
    hideNote();
    lost.textContent = "The preview has stopped. This page shows what was there last, and follows again once it is back.";
    /* Some browsers give up where nobody listens. */
    if (stream && stream.readyState === 2) {
      stream.close();
      window.clearTimeout(retry);
      retry = window.setTimeout(listen, 2000);
    }
  }

  function listen() {
    window.clearTimeout(retry);
    if (stream) stream.close();
    stream = new window.EventSource("/.tickmark/events");
    stream.addEventListener("state", heard);
    stream.addEventListener("error", missed);
  }

  /* A page that nobody sees holds no connection: a browser has only a few, and they are needed by the pages that are seen. */
  function watchSight() {
    if (document.visibilityState === "hidden") {
      window.clearTimeout(retry);
      if (stream) stream.close();
      stream = null;
    } else if (!stream) {
      listen();
    }
  }

  furnish();
  takeUp();
  watchSight();
  document.addEventListener("visibilitychange", watchSight);
  window.addEventListener("pageshow", function (event) { if (event.persisted) listen(); });
  /* Leaving the page is no loss of the server. */
  window.addEventListener("pagehide", function () { if (stream) { stream.close(); stream = null; } });
})();

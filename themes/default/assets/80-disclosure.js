/* Closed parts of a page open where they are needed: on paper, and where an anchor leads into them. */

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

function openTarget() {
  if (!isAnchor()) return;
  var id = window.location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch (malformed) { return; }
  var target = document.getElementById(id);
  if (!target) return;
  var covered = target.closest("[hidden]");
  uncover(target);
  var part = target.closest("details:not([open])");
  if (part) part.open = true;
  if (part || covered) target.scrollIntoView();
}

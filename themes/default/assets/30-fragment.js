/* How tables are sorted and filtered, kept in the address: `#?state=open&sort=-due`. Any other fragment is an anchor. */

function readFragment() {
  var hash = window.location.hash;
  return new URLSearchParams(hash.slice(0, 2) === "#?" ? hash.slice(2) : "");
}

/* Whether the address names an anchor, which is left alone until a table changes. */
function isAnchor() {
  return window.location.hash.length > 1 && window.location.hash.slice(0, 2) !== "#?";
}

/* No entry of the history for every letter that is typed: "back" leads to the page before. */
function writeFragment(parameters) {
  var text = parameters.toString();
  if (!text && isAnchor()) return;
  var address = window.location.href.replace(/#.*$/, "") + (text ? "#?" + text : "");
  if (address === window.location.href) return;
  try {
    window.history.replaceState(null, "", address);
  } catch (refused) {
    window.location.replace(text ? address : address + "#");
  }
}

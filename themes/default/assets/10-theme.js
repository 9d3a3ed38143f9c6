/* The choice between light, dark and high contrast. Runs from the head before anything is painted, so that no page flashes.
   All scripts stand in one function, one after the other by name; nothing of them is seen from outside. */
var root = document.documentElement;
var THEMES = ["light", "dark", "contrast"];
var THEME_KEY = "report-theme";

function storedTheme() {
  try { return window.localStorage.getItem(THEME_KEY); } catch (refused) { return null; }
}

function applyTheme(theme) {
  if (THEMES.indexOf(theme) >= 0) root.setAttribute("data-theme", theme);
  else root.removeAttribute("data-theme");
}

applyTheme(storedTheme());

function offerThemes() {
  var box = document.querySelector(".theme");
  var select = box && box.querySelector("select");
  if (!select) return;
  select.value = root.getAttribute("data-theme") || "";
  select.addEventListener("change", function () {
    applyTheme(select.value);
    try {
      if (select.value) window.localStorage.setItem(THEME_KEY, select.value);
      else window.localStorage.removeItem(THEME_KEY);
    } catch (refused) { /* The choice then lasts as long as the page. */ }
  });
  box.hidden = false;
}

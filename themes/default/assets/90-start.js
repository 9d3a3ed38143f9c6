/* Every page is whole without this: what follows only adds to it. */
document.addEventListener("DOMContentLoaded", function () {
  offerThemes();
  addAnnouncements();
  offerSearch();
  prepareTables();
  openForPrint();
  openTarget();
  window.addEventListener("hashchange", function () {
    if (!isAnchor()) restoreTables();
    openTarget();
  });
});

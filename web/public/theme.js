// Before the first paint, so that a stored choice never flashes the other theme. A file, because the policy forbids inline scripts.
(() => {
  try {
    const theme = localStorage.getItem("weft.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's choice stands.
  }
})();

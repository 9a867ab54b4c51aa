// Runs before the first paint, so that a remembered theme and language never flash; the application takes over from there.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const wanted = navigator.language.startsWith("zh") ? "zh" : "en";
let theme = null;
let language = null;
try {
  theme = localStorage.getItem("atlas.theme");
  language = localStorage.getItem("atlas.language");
} catch {
  // Storage may be switched off; the system's wishes hold then.
}
root.dataset.theme = theme === "light" || theme === "dark" ? theme : dark;
root.lang = (language ?? wanted) === "en" ? "en" : "zh-CN";

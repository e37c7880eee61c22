/** Where a reader's choice is kept: "light" or "dark"; nothing for the system's setting. */
export const THEME_KEY = "theme";

/** Puts the choice on the root before anything is painted. Constant, so that its hash can stand in a policy. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

/* Runs before the first paint, so that a remembered appearance and language never flash. */

(() => {
  /** @type {{ theme?: unknown, pageLanguage?: unknown }} */
  let remembered = {};
  try {
    remembered = JSON.parse(localStorage.getItem('septet') ?? '{}') ?? {};
  } catch {
    // Storage may be forbidden: then nothing was remembered.
  }
  const { theme, pageLanguage } = remembered;
  const root = document.documentElement;
  if (typeof theme === 'string' && theme !== 'auto') root.dataset['theme'] = theme;
  if (pageLanguage === 'ar') root.dir = 'rtl';
})();

/* Runs before the first paint: restores the appearance, the direction and the draft, so that nothing flashes or moves. */

(() => {
  /**
   * @param {() => Storage} storage
   * @param {string} key
   * @returns {Record<string, unknown>}
   */
  const stored = (storage, key) => {
    try {
      return JSON.parse(storage().getItem(key) ?? '{}') ?? {};
    } catch {
      // Storage may be forbidden: then there is nothing to restore.
      return {};
    }
  };
  const { theme, pageLanguage, sending } = stored(() => localStorage, 'septet');
  const root = document.documentElement;
  if (typeof theme === 'string' && theme !== 'auto') root.dataset['theme'] = theme;
  const language = typeof pageLanguage === 'string' ? pageLanguage : navigator.language;
  if (language.startsWith('ar')) root.dir = 'rtl';

  // A known price is explained: on a phone that takes lines, which are left free.
  const country = sending instanceof Object && 'country' in sending ? sending.country : navigator.language.includes('-');
  if (country) root.dataset['country'] = '';

  const { text } = stored(() => sessionStorage, 'septet-draft');
  if (typeof text !== 'string' || text === '') return;
  root.dataset['waiting'] = '';
  // The draft goes into the field as soon as the parser has made it: whatever is typed from then on is typed into the draft.
  const parser = new MutationObserver(() => {
    const area = document.getElementById('text');
    if (!(area instanceof HTMLTextAreaElement)) return;
    parser.disconnect();
    area.value = text;
    area.dataset['draft'] = text;
  });
  parser.observe(root, { childList: true, subtree: true });
})();

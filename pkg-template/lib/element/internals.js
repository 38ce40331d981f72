/** Element internals, or what takes their place in test suites whose DOM has none (jsdom, happy-dom). */

/**
 * Attaches the internals of an element. Without them it still shows its count; its form is always valid then.
 * @param {HTMLElement} element
 * @returns {ElementInternals}
 */
export function internalsOf(element) {
  const internals = /** @type {ElementInternals | undefined} */ (element.attachInternals?.());
  if (typeof internals?.setValidity === 'function') return internals;
  const missing = { form: null, validity: { valid: true }, validationMessage: '', checkValidity: () => true, reportValidity: () => true, setValidity() {} };
  return /** @type {ElementInternals} */ (/** @type {unknown} */ (missing));
}

/** Input classes: what people send, in the lengths that matter. */

const SENTENCES = {
  ASCII: 'Your parcel 4821 is out for delivery and will arrive between 2 and 4 pm today. Reply 1 to leave it with a neighbour, 2 to choose another day. ',
  Latin: 'Ihre Größe ist wieder verfügbar: Jacke für Änne, Übergröße, schön und grün. La città è più bella così, señor Åse, øl på bordet. Qué año es? ',
  'extension 5 %': 'Hi {name}, your code is [4821] and costs 5€ less ~ today only. See shop/offer^now and save more than before. ',
  CJK: '您的包裹已经发出预计今天下午两点到四点之间送达请保持电话畅通如需改期请回复一谢谢您的支持祝您生活愉快。',
  emoji: '🎉🚚📦😀👍🏠🕑💬🙏🎁',
};

/** [name of the class, length in UTF-16 units] */
export const CLASSES = [
  ['ASCII', 20], ['ASCII', 64], ['ASCII', 160], ['Latin', 160], ['CJK', 70], ['CJK', 160], ['emoji', 160],
  ['ASCII', 1000], ['extension 5 %', 1000], ['Latin', 1000], ['CJK', 1000], ['emoji', 1000], ['ASCII', 100_000],
];

/**
 * Different texts of one class, each in one piece of memory as texts read from a request are.
 * @param {string} name
 * @param {number} length
 * @param {number} [count]
 */
export function texts(name, length, count = length > 10_000 ? 2 : 32) {
  const sentence = [...SENTENCES[name]];
  return Array.from({ length: count }, (_, index) => {
    const turned = [...sentence.slice(index % sentence.length), ...sentence.slice(0, index % sentence.length)].join('');
    return JSON.parse(JSON.stringify(turned.repeat(Math.ceil(length / turned.length)).slice(0, length)));
  });
}

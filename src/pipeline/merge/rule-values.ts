/** What a value that a rule adds must be: each answers null, or half a sentence that says what is wrong. */
export const notSlug = (text: string) =>
  /^[\w-]{1,100}$/.test(text) ? null : `«${text.slice(0, 80)}» is no slug: it takes letters, digits, _ and -`;
export const notName = (text: string) =>
  text.trim() !== '' && text.length <= 200 ? null : 'is empty or longer than 200 characters';
export const notShort = (text: string) => (text.length <= 500 ? null : 'is longer than 500 characters');
export const notUrl = (text: string) =>
  /^https?:\/\//i.test(text) && text.length <= 2000 && URL.canParse(text)
    ? null
    : `«${text.slice(0, 80)}» is no http(s) address`;
export const notLanguage = (text: string) =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? null : `«${text.slice(0, 80)}» is no language of BCP 47`;

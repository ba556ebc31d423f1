/** Text made harmless for HTML, in elements and in attributes. */

export const escaped = (raw: string): string => raw.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

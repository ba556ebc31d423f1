/** The words of the pages the server itself writes, in each language it speaks. */
const texts = {
  en: {
    title: 'Sign in — Variorum',
    heading: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail and password do not fit. Please try again.',
    later: 'Too many tries. Please wait a minute.',
    hint: 'The password of the first administrator was printed once, when the server first started.',
  },
  ru: {
    title: 'Вход — Variorum',
    heading: 'Вход',
    email: 'Эл. почта',
    password: 'Пароль',
    submit: 'Войти',
    wrong: 'Почта и пароль не подходят. Попробуйте ещё раз.',
    later: 'Слишком много попыток. Подождите минуту.',
    hint: 'Пароль первого администратора был показан один раз, при первом запуске сервера.',
  },
} as const;

export type Language = keyof typeof texts;
export type TextKey = keyof (typeof texts)['en'];

/** The first language of an Accept-Language header that we speak. */
export function languageOf(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (code === 'ru' || code === 'en') return code;
  }
  return 'en';
}

export const text = (language: Language, key: TextKey): string => texts[language][key];

/** Light, dark or as the system has it; English or Russian. Both are remembered by the browser. */
import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useStore } from '../store.ts';
import { type Language, languageStore, useTexts } from '../texts.ts';

export function SchemeSwitch() {
  const { t } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl<MantineColorScheme>
      fullWidth
      size="xs"
      aria-label={t('scheme.label')}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light', label: t('scheme.light') },
        { value: 'dark', label: t('scheme.dark') },
        { value: 'auto', label: t('scheme.auto') },
      ]}
    />
  );
}

export function LanguageSwitch() {
  const { t } = useTexts();
  return (
    <SegmentedControl<Language>
      fullWidth
      size="xs"
      aria-label={t('language.label')}
      value={useStore(languageStore)}
      onChange={languageStore.set}
      data={[
        { value: 'en', label: <span lang="en">English</span> },
        { value: 'ru', label: <span lang="ru">Русский</span> },
      ]}
    />
  );
}

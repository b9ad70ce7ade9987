import { useLocalStorage } from '@mantine/hooks';

import type { FormCategory } from '@/graphql';

import { FORM_CATEGORIES, type MenuRegister } from '../registers';

/** From so many registers on, the menu can be searched. */
export const SEARCHED_ABOVE = 12;

export interface RegisterGroup {
  category: FormCategory;
  registers: MenuRegister[];
}

/** Registers under the headings of the menu; a heading without any is left out. */
export function groupRegisters(registers: readonly MenuRegister[], words: string): RegisterGroup[] {
  const wanted = words.trim().toLocaleLowerCase();
  const found = registers.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return FORM_CATEGORIES.map((category) => ({
    category,
    registers: found.filter((register) => register.category === category),
  })).filter((group) => group.registers.length > 0);
}

/** Which headings are closed, as this device remembers. */
export function useClosedGroups() {
  const [closed, setClosed] = useLocalStorage<FormCategory[]>({
    key: 'waarborg.menu.closed',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    isClosed: (category: FormCategory) => closed.includes(category),
    toggle: (category: FormCategory) => {
      setClosed((others) =>
        others.includes(category)
          ? others.filter((other) => other !== category)
          : [...others, category],
      );
    },
  };
}

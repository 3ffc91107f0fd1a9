type Field = { type?: string; id?: string; attributes?: { label?: string; value?: string } };
type Form = { name?: string; description?: string; body?: Field[] };

const types = ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'];

/** Why GitHub would not show an issue form, as its syntax for issue forms has it. @returns a line for each fault */
export const checkForm = (form: unknown): string[] => {
  const { name, description, body = [] } = (form ?? {}) as Form;
  const asked = body.filter(({ type }) => type !== 'markdown');
  const ids = asked.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return [
    ...(name ? [] : ['has no name']),
    ...(description ? [] : ['has no description']),
    ...(asked.length > 0 ? [] : ['asks for nothing']),
    ...body.flatMap(({ type = '', attributes = {} }) => {
      if (!types.includes(type)) return [`${type} is no type of a field`];
      if (type === 'markdown') return attributes.value ? [] : ['a text is empty'];
      return attributes.label ? [] : ['a field has no label'];
    }),
    ...[...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `two fields are called ${id}`),
  ];
};

const widget = document.querySelector('what-matters');

// What a host does with a summary it is given: it says so. This one is made up, and keeps nothing.
widget.addEventListener('what-matters-given', () => {
  const said = document.querySelector('#given') ?? document.createElement('p');
  said.id = 'given';
  said.setAttribute('role', 'status');
  said.textContent = 'Millbrook Surgery is made up, so nobody has read your summary. A real practice would say here that it has it.';
  widget.after(said);
});

// What can be set is an attribute of the tag. What is so without one needs none.
const settings = document.querySelector('.settings');
const tag = settings.querySelector('code');
function show() {
  const all = [...widget.attributes].map(({ name, value }) => (value ? ` ${name}="${value}"` : ` ${name}`));
  tag.textContent = `<what-matters${all.join('')}>`;
}
settings.addEventListener('change', ({ target: { name, value } }) => {
  if (value) widget.setAttribute(name, value === 'on' ? '' : value);
  else widget.removeAttribute(name);
  show();
});
show();
settings.hidden = false;

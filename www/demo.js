// What a host does with a summary it is given: it says so. This one is made up, and keeps nothing.
document.querySelector('what-matters').addEventListener('what-matters-given', ({ target }) => {
  const said = document.querySelector('#given') ?? document.createElement('p');
  said.id = 'given';
  said.setAttribute('role', 'status');
  said.textContent = 'Millbrook Surgery is made up, so nobody has read your summary. A real practice would say here that it has it.';
  target.after(said);
});

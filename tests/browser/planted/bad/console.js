console.error('planted');

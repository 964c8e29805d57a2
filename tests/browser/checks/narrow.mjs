// No page has to be moved sideways on a telephone; wide tables scroll within themselves.

export const narrow = (sightings) =>
  sightings.flatMap((sighting) =>
    sighting.widths.flatMap(({ width, scroll, client, hidden, widest }) => {
      const faults = hidden.map((element) => `<${element}> hides what reaches beyond it`);
      if (scroll > client) faults.push(`${scroll} px wide: ${widest}`);
      return faults.map((fault) => `${sighting.page} at ${width} px: ${fault}`);
    }),
  );

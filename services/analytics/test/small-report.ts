/** A report on the postings of `contributions.ts`, in the format of a file, with every kind of claim. */
export const smallReport = `
id: small
title: A small world
source: Nobody; it is made up.
population: { role: backend }
regions:
  Here: [DE]
  There: [US]
  Everywhere: [DE, US]
claims:
  - id: skill
    says: Half ask for Go or Rust.
    because: Half is half.
    share: { skills: [go, rust] }
    expect: { atLeast: 0.5 }
    parts: { skills: [go, rust, sql], categories: [data], workplaces: [remote] }
  - id: both
    says: Many ask for Go and data.
    because: Many are a third.
    share: { allOf: [{ skills: [go] }, { categories: [data], skills: [sql] }] }
    expect: { moreThan: 0.33 }
  - id: remote
    says: Those that ask for SQL are on site.
    because: Nine in ten.
    share: { workplaces: [onsite] }
    among: { skills: [sql] }
    expect: { between: { low: 0.9, high: 1 } }
  - id: pay
    says: Go is paid better.
    because: The median is higher.
    pay: { skills: [go] }
    expect: { moreThan: 1 }
`;

import { expect, test } from '@jest/globals';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from '../tagging/create-tagger.ts';

const tagger = createTagger(loadTaxonomy(), loadModel());
const found = (text: string) => tagger.tag(text).map((tag) => `${tag.skillId}:${tag.text}`);

test.each<[string, string[]]>([
  ['JavaScript', ['javascript:JavaScript']],
  ['C++ and C#', ['cpp:C++', 'csharp:C#']],
  ['modern C++17.', ['cpp:C++17']],
  ['C#/.NET', ['csharp:C#', 'dotnet:.NET']],
  ['ASP.NET Core gRPC', ['asp-net:ASP.NET Core', 'grpc:gRPC']],
  ['(.NET)', ['dotnet:.NET']],
  [
    'nodejs, node js, node-js, Node.JS',
    ['nodejs:nodejs', 'nodejs:node js', 'nodejs:node-js', 'nodejs:Node.JS'],
  ],
  ["React.js's hooks", ['react:React.js']],
  ['React.js.', ['react:React.js']],
  ['CI/CD.', ['ci-cd:CI/CD']],
  ['REST APIs, RESTful API', ['rest:REST APIs', 'rest:RESTful API']],
  ['micro-services and a microservice', ['microservices:micro-services', 'microservices:microservice']],
  [
    'machine\u00a0learning, machine\u2011learning',
    ['machine-learning:machine\u00a0learning', 'machine-learning:machine\u2011learning'],
  ],
  ['Python3, Java8 and Angular2+', ['python:Python', 'java:Java', 'angular:Angular']],
  ['SOC-2 and SOC2', ['soc-2:SOC-2', 'soc-2:SOC2']],
  ['POSTGRES', ['postgresql:POSTGRES']],
  ['İstanbul: Python', ['python:Python']],
  ['🚀Kubernetes🚀', ['kubernetes:Kubernetes']],
  ['Amazon Web Services', ['aws:Amazon Web Services']],
  ['Python.Django', ['python:Python', 'django:Django']],
])('%j gives %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'scalable',
  'Pythonic',
  'éPython',
  'Pythoné',
  'my_python_file',
  'https://docker.com/kubernetes',
  'see www.python.org',
  'jobs@redis.io',
  'app.python.py',
  'http://localhost',
])('%j contains no skill', (text) => {
  expect(found(text)).toEqual([]);
});

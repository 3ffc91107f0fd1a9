import type { Role } from '@skillstream/contracts';

/** In what share of a role's postings a skill stands, in the first and in the last month; made up. */
export type Popularity = { skillId: string; first: number; last: number };

// "skill first>last" in percent; without ">" the share does not move.
const table: Record<Role, string> = {
  backend:
    'aws 45, azure 25>31, google-cloud 18>23, docker 52, kubernetes 30>56, microservices 38, java 34>30, spring-boot 26, python 30>38, go 18>30, rust 4>13, csharp 20, dotnet 18, nodejs 26, typescript 22>34, php 12>7, laravel 7>4, ruby 9>5, ruby-on-rails 8>5, postgresql 46>54, mysql 28>20, sql-server 12, mongodb 22, cassandra 6, redis 30, dynamodb 10, elasticsearch 15, kafka 26>36, rabbitmq 14, rest 48, graphql 14, grpc 10>18, oauth 14, jwt 10, ci-cd 34, jenkins 18>9, github-actions 12>28, terraform 14>24, git 34, linux 20, sql 30, llm 3>16, communication 20, teamwork 18',
  frontend:
    'javascript 60>52, typescript 58>80, react 60, angular 24>17, vue 17, nextjs 22>38, html 50, css 52, tailwind 18>36, webpack 24>10, vite 8>30, rest 28, graphql 22, nodejs 18, web-accessibility 30, cypress 16>10, playwright 8>24, git 34, ci-cd 16, aws 12, communication 24, teamwork 22, llm 2>9',
  fullstack:
    'javascript 46, typescript 50>70, react 56, angular 18>13, vue 12, nodejs 48, nestjs 12>20, nextjs 14>28, python 26>32, django 14, fastapi 6>18, java 20, spring-boot 14, php 12>8, laravel 10, ruby-on-rails 10, postgresql 44, mysql 22, mongodb 24, redis 18, rest 38, graphql 20, docker 40, kubernetes 16>30, aws 42, azure 18, google-cloud 14, ci-cd 28, github-actions 12>24, html 20, css 22, git 32, llm 4>22, communication 20',
  mobile:
    'ios 58, android 58, swift 50, kotlin 50, react-native 28, flutter 16>26, java 18>10, typescript 18, rest 30, graphql 14, git 34, ci-cd 26, github-actions 10>18, web-accessibility 18, jira 16, communication 22, teamwork 18',
  data: 'sql 74, python 68>74, spark 34, airflow 32>38, dbt 20>38, snowflake 28>38, bigquery 20>26, kafka 22, aws 42, azure 24, google-cloud 22, postgresql 28, pandas 30, tableau 24>18, power-bi 22>28, scala 14>8, docker 22, kubernetes 10>18, terraform 10>18, git 26, machine-learning 18, llm 3>16, gdpr 10, communication 24',
  ml: 'python 86, pytorch 54>68, tensorflow 40>24, scikit-learn 32, llm 32>68, rag 8>40, openai-api 14>34, mlflow 14>22, aws 40, google-cloud 26, azure 20, docker 36, kubernetes 22>34, sql 30, spark 18, cpp 12, git 22, communication 18, mentoring 8',
  devops:
    'kubernetes 58>78, docker 62, terraform 54>68, ansible 36>26, aws 60, azure 34, google-cloud 26, linux 52, ci-cd 58, jenkins 36>20, gitlab-ci 28, github-actions 24>44, prometheus 36>44, grafana 36>44, opentelemetry 6>26, python 40, bash 38, go 16>26, git 34, postgresql 12, devops 20, zero-trust 4>10, communication 16',
  security:
    'owasp 42, siem 36, penetration-testing 30, zero-trust 14>34, iso-27001 30, soc-2 26>34, gdpr 26, pci-dss 18, hipaa 10, oauth 20, jwt 10, aws 42, azure 34, google-cloud 18, python 38, bash 20, linux 38, kubernetes 18>30, terraform 12>20, ci-cd 16, communication 24',
  qa: 'test-automation 56, selenium 46>30, playwright 16>46, cypress 30>24, java 26, python 30, typescript 18>30, javascript 22, ci-cd 36, jenkins 26>14, github-actions 10>24, rest 30, sql 28, jira 36, git 30, scrum 30, communication 26, teamwork 22',
  embedded:
    'c 62, cpp 64, rust 6>24, python 34, linux 46, rtos 46, bash 14, git 36, jenkins 14>8, ci-cd 16>24, iso-27001 4>10, teamwork 22, communication 18',
  management:
    'scrum 46, jira 38, communication 54, mentoring 36, teamwork 34, remote-collaboration 14>20, aws 18, microservices 12, ci-cd 12, sql 16, gdpr 14, web-accessibility 12, llm 4>24, soc-2 6>10',
  other:
    'communication 56, teamwork 46, remote-collaboration 16>22, web-accessibility 36, jira 26, git 22, html 20, css 16, sql 12, scrum 18, llm 4>18, gdpr 10',
};

const read = (list: string): Popularity[] =>
  list.split(', ').map((entry) => {
    const [skillId = '', shares = ''] = entry.split(' ');
    const [first = '0', last = first] = shares.split('>');
    return { skillId, first: Number(first) / 100, last: Number(last) / 100 };
  });

export const popularity = Object.fromEntries(
  Object.entries(table).map(([role, list]) => [role, read(list)]),
) as Record<Role, Popularity[]>;

/** The share on the straight line from the first month (progress 0) to the last (progress 1). */
export const shareAt = ({ first, last }: Popularity, progress: number): number =>
  first + (last - first) * progress;

/**
 * How a skill is written. Where its word has an ordinary sense too, `plain` cannot be misread; `isCue` says
 * that it shows how such a word beside it is meant ("Kafka and Go").
 */
export type SampleSkill = { id: string; forms: readonly string[]; plain?: string; isCue: boolean };

// id = forms, by "|"; a form after ">" is the plain one; "~" marks what is no cue. The ids are the taxonomy's.
const table = `
python=Python
java=Java
javascript=JavaScript
typescript=TypeScript
go=Go|Golang>Golang
rust=Rust>Rust programming
c=embedded C|ANSI C
cpp=C++
csharp=C#
php=PHP
ruby=Ruby
kotlin=Kotlin
swift=Swift>Swift programming
scala=Scala
sql=SQL
bash=Bash
spring-boot=Spring Boot
django=Django
fastapi=FastAPI
nodejs=Node.js
nestjs=NestJS
dotnet=.NET
ruby-on-rails=Ruby on Rails
laravel=Laravel
react=React|React.js>React.js
angular=Angular
vue=Vue.js
nextjs=Next.js
html=HTML
css=CSS
tailwind=Tailwind CSS
webpack=webpack
vite=Vite>Vite
ios=iOS
android=Android
react-native=React Native
flutter=Flutter
aws=AWS|Amazon Web Services
azure=Azure|Microsoft Azure
google-cloud=Google Cloud|GCP
docker=Docker
kubernetes=Kubernetes|k8s
~microservices=microservices
terraform=Terraform
ansible=Ansible
jenkins=Jenkins
gitlab-ci=GitLab CI
github-actions=GitHub Actions
ci-cd=CI/CD
~devops=DevOps
prometheus=Prometheus
grafana=Grafana
opentelemetry=OpenTelemetry
linux=Linux
~git=Git
rest=REST APIs|RESTful APIs
graphql=GraphQL
grpc=gRPC
oauth=OAuth
jwt=JWT
owasp=OWASP
~zero-trust=zero trust
~gdpr=GDPR
pci-dss=PCI DSS
~soc-2=SOC 2
iso-27001=ISO 27001
hipaa=HIPAA
penetration-testing=penetration testing
siem=SIEM
postgresql=PostgreSQL
mysql=MySQL
sql-server=SQL Server
mongodb=MongoDB
cassandra=Cassandra
redis=Redis
dynamodb=DynamoDB
elasticsearch=Elasticsearch
kafka=Kafka|Apache Kafka
rabbitmq=RabbitMQ
spark=Apache Spark
airflow=Apache Airflow
dbt=dbt
~snowflake=Snowflake
bigquery=BigQuery
pandas=pandas
tableau=Tableau
power-bi=Power BI
~machine-learning=machine learning
tensorflow=TensorFlow
pytorch=PyTorch
~llm=LLMs
~rag=RAG
openai-api=OpenAI API
scikit-learn=scikit-learn
mlflow=MLflow
~quality-assurance=quality assurance
selenium=Selenium
~cypress=Cypress
~playwright=Playwright
~test-automation=test automation
~firmware=firmware
rtos=RTOS
~scrum=Scrum
~jira=Jira
~web-accessibility=web accessibility
~communication=communication skills
~teamwork=teamwork
~remote-collaboration=remote collaboration
~mentoring=mentoring
`;

export const sampleSkills: ReadonlyMap<string, SampleSkill> = new Map(
  table
    .trim()
    .split('\n')
    .map((line): [string, SampleSkill] => {
      const [marked = '', rest = ''] = line.split('=');
      const [forms = '', plain] = rest.split('>');
      const id = marked.replace('~', '');
      const isCue = id === marked && plain === undefined;
      return [id, { id, forms: forms.split('|'), ...(plain !== undefined && { plain }), isCue }];
    }),
);

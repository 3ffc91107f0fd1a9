{{/*
Probes of a service. Startup and liveness ask whether the process is alive, whatever the engines do; readiness asks
whether it can do its work now. So an engine that is away takes traffic off a service, and restarts nothing. They have a
port of their own, whose connections callers cannot use up.
*/}}
{{- define "common.probes" -}}
startupProbe:
  httpGet: { path: /healthz, port: management }
  {{- toYaml .Values.probes.startup | nindent 2 }}
livenessProbe:
  httpGet: { path: /healthz, port: management }
  {{- toYaml .Values.probes.liveness | nindent 2 }}
readinessProbe:
  httpGet: { path: /readyz, port: management }
  {{- toYaml .Values.probes.readiness | nindent 2 }}
{{- end }}

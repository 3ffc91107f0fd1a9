{{/* Egress to the cluster's name service. */}}
{{- define "common.network.dns" -}}
{{- $dns := .Values.global.networkPolicy.dns -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ $dns.namespace }}
    {{- range $dns.cidrs }}
    - ipBlock: { cidr: {{ . }} }
    {{- end }}
  ports:
    - { protocol: UDP, port: {{ $dns.port }} }
    - { protocol: TCP, port: {{ $dns.port }} }
{{- end }}

{{/* Egress to pods of this release. Takes root, name and port. */}}
{{- define "common.network.toPods" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "common.selector" (dict "name" .name "Release" .root.Release) | nindent 10 }}
  ports:
    - { protocol: TCP, port: {{ .port }} }
{{- end }}

{{/* Egress to an engine: to the pods of this release, or to where the user's own engine is. Takes root and engine. */}}
{{- define "common.network.toEngine" -}}
{{- $pods := dict "kafka" "kafka" "mongodb" "mongodb" "redis" "valkey" -}}
{{- $ports := dict "kafka" 9092 "mongodb" 27017 "redis" 6379 -}}
{{- if include (printf "common.%s.own" .engine) .root -}}
{{ include "common.network.toPods" (dict "root" .root "name" (get $pods .engine) "port" (get $ports .engine)) }}
{{- else -}}
{{- $engine := index .root.Values.global .engine -}}
{{- $address := $engine.url | default (join "," $engine.brokers) -}}
{{- $found := regexFindAll ":[0-9]+" $address -1 -}}
- to:
    {{- range $engine.egress.cidrs }}
    - ipBlock: { cidr: {{ . | quote }} }
    {{- end }}
    {{- with $engine.egress.peers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  ports:
    {{- if $engine.egress.ports }}
    {{- range $engine.egress.ports }}
    - { protocol: TCP, port: {{ . }} }
    {{- end }}
    {{- else if $found }}
    {{- range uniq $found }}
    - { protocol: TCP, port: {{ trimPrefix ":" . }} }
    {{- end }}
    {{- else }}
    - { protocol: TCP, port: {{ get $ports .engine }} }
    {{- end }}
{{- end -}}
{{- end }}

{{/* Ingress from pods of this release. Takes root, names and port. */}}
{{- define "common.network.fromPods" -}}
- from:
    {{- range .names }}
    - podSelector:
        matchLabels:
          {{- include "common.selector" (dict "name" . "Release" $.root.Release) | nindent 10 }}
    {{- end }}
  ports:
    - { protocol: TCP, port: {{ .port }} }
{{- end }}

{{/* Ingress for those who read metrics. */}}
{{- define "common.network.fromMonitoring" -}}
{{- with .Values.global.monitoring.namespaceSelector }}
- from:
    - namespaceSelector:
        matchLabels:
          {{- toYaml . | nindent 10 }}
  ports:
    - { protocol: TCP, port: 8080 }
{{- end }}
{{- end }}

{{/* Egress to the cluster's name service. */}}
{{- define "common.network.dns" -}}
{{- $dns := .Values.global.networkPolicy.dns -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ $dns.namespace | quote }}
    {{- range $dns.cidrs }}
    - ipBlock: { cidr: {{ . | quote }} }
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
{{- $usual := dict "kafka" 9092 "mongodb" 27017 "redis" 6379 -}}
{{- if include (printf "common.%s.own" .engine) .root -}}
{{ include "common.network.toPods" (dict "root" .root "name" (get $pods .engine) "port" (get $usual .engine)) }}
{{- else -}}
{{- $engine := index .root.Values.global .engine -}}
{{- $address := $engine.url | default (join "," $engine.brokers) -}}
{{- $sentinels := contains "+sentinel://" $address -}}
{{- $default := ternary 26379 (get $usual .engine) $sentinels -}}
{{- $ports := include "common.portsOf" (dict "address" $address "usual" $default) | fromJsonArray -}}
{{- /* Sentinels only tell where the servers are. */ -}}
{{- if $sentinels }}{{ $ports = append $ports (get $usual .engine | float64) | uniq }}{{ end -}}
{{ include "common.network.outside" (dict "egress" $engine.egress "ports" $ports) }}
{{- end -}}
{{- end }}

{{/* Egress to the issuer of tokens, whose keys every service fetches by itself; nothing where none is set. */}}
{{- define "common.network.toIssuer" -}}
{{- with .Values.global.auth }}
{{- if .issuer }}
{{- include "common.network.outside" (dict "egress" .egress "ports" (include "common.portsOfHttp" .issuer | fromJsonArray)) }}
{{- end }}
{{- end }}
{{- end }}

{{/*
Egress to what is not of this release; to nowhere without a place, since a rule without one would mean everywhere. Takes
egress and ports (of the address, used where egress names none).
*/}}
{{- define "common.network.outside" -}}
{{- if or .egress.cidrs .egress.peers -}}
- to:
    {{- range .egress.cidrs }}
    - ipBlock: { cidr: {{ . | quote }} }
    {{- end }}
    {{- with .egress.peers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  ports:
    {{- range .egress.ports | default .ports }}
    - { protocol: TCP, port: {{ . }} }
    {{- end }}
{{- end -}}
{{- end }}

{{/* Egress to the public internet by https: what IANA's registry of special-purpose addresses has is left out. */}}
{{- define "common.network.toPublic" -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
          {{- range splitList " " "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4" }}
          - {{ . }}
          {{- end }}
    - ipBlock:
        cidr: '2000::/3'
        except:
          {{- range splitList " " "2001::/23 2001:db8::/32 2002::/16 3fff::/20" }}
          - {{ . | quote }}
          {{- end }}
  ports:
    - { protocol: TCP, port: 443 }
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

{{/* Ingress to the management port for those who read metrics: pods that both selectors match. */}}
{{- define "common.network.fromMonitoring" -}}
{{- with .Values.global.monitoring }}
{{- if or .namespaceSelector .podSelector }}
- from:
    - {{ include "common.network.monitoringPeer" . | nindent 6 | trim }}
  ports:
    - { protocol: TCP, port: 8081 }
{{- end }}
{{- end }}
{{- end }}

{{/* Takes global.monitoring. */}}
{{- define "common.network.monitoringPeer" -}}
{{- with .namespaceSelector }}
namespaceSelector:
  matchLabels:
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- with .podSelector }}
podSelector:
  matchLabels:
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- end }}

{{/* A release without the umbrella has none of the services that it leads to. */}}
{{- define "gateway.checks.urls" -}}
{{- if not .Values.global.umbrella -}}
{{- range $part, $url := .Values.urls -}}
{{- if not $url -}}
{{- fail (printf "urls.%s is needed: a release of the chart gateway alone has no %s (charts/README.md, Each chart alone); where another chart of the release brings it, set global.umbrella to true" $part $part) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/*
Egress to a service: to the pods of this release, or to where urls has it. Of a Service policies see the pods behind it, at
their port: NAME is one of this namespace, NAME.NAMESPACE.svc one of another, and a name of two labels may be one or be
outside, so that both are allowed. Takes root and part.
*/}}
{{- define "gateway.network.toPart" -}}
{{- $url := index .root.Values.urls .part -}}
{{- if $url -}}
{{- $egress := .root.Values.networkPolicy.urls -}}
{{- $host := include "common.hostsOf" $url | fromJsonArray | first -}}
{{- $labels := regexReplaceAll ":[0-9]+$" $host "" | splitList "." -}}
{{- $depth := len $labels -}}
{{- $isService := or (and (eq $depth 1) (not (hasPrefix "[" $host))) (and (ge $depth 3) (eq (index $labels 2) "svc")) -}}
{{- if or $isService (eq $depth 2) }}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ .part }}
      {{- if ge $depth 2 }}
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ index $labels 1 | quote }}
      {{- end }}
  ports:
    - { protocol: TCP, port: 8080 }
{{- end }}
{{- if $isService }}{{ $egress = set (deepCopy $egress) "cidrs" list }}{{ end }}
{{ include "common.network.outside" (dict "egress" $egress "ports" (include "common.portsOfHttp" $url | fromJsonArray)) }}
{{- else -}}
{{ include "common.network.toPods" (dict "root" .root "name" .part "port" 8080) }}
{{- end -}}
{{- end }}

{{/* Everything of a host goes to the gateway. */}}
{{- define "gateway.ingressPaths" -}}
http:
  paths:
    - path: /
      pathType: Prefix
      backend:
        service:
          name: {{ include "common.fullname" . }}
          port: { name: http }
{{- end }}
